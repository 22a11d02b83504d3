import Diagnostics

/// What the author's links and pictures mean. The Markdown module knows the syntax, its user knows the files.
public protocol References {
  func link(to destination: String) -> LinkTarget
  func image(at destination: String) -> ImageTarget
}

public enum LinkTarget: Sendable {
  /// Another site; `href` is printed as it is.
  case external(href: String)
  /// A phone number, a mailbox: printed as it is, unmarked.
  case plain(href: String)
  /// A file of the project, printed as it is.
  case file(href: String, id: AssetID)
  /// A heading of this page.
  case anchor(String)
  /// Another page of the project: printed later, since its address depends on the portal.
  case page(id: PageKey, fragment: String?)
  /// What is not published any more: its text stays, and no link.
  case gone(any Problem)
  case wrong(any Problem)
}

public enum ImageTarget: Sendable {
  /// `size` in pixels, nil where the format has none (an SVG without one).
  case file(href: String, id: AssetID, size: (width: Int, height: Int)?)
  /// A file that is there and cannot be shown.
  case unshowable(any Problem, id: AssetID)
  /// What is not published any more: nothing of it stays, its description neither.
  case gone(any Problem)
  case wrong(any Problem)
}
