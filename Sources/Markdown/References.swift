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
  /// A file of the project, printed as it is. `id` is the user's own name for the file.
  case file(href: String, id: Int32)
  /// A heading of this page.
  case anchor(String)
  /// Another page of the project: printed later, since its address depends on the portal. `id` is the user's
  /// own name for the page.
  case page(id: Int32, fragment: String?)
  case wrong(any Problem)
}

public enum ImageTarget: Sendable {
  /// `size` in pixels, nil where the format has none (an SVG without one).
  /// `id` is the user's own name for the file.
  case file(href: String, id: Int32, size: (width: Int, height: Int)?)
  case wrong(any Problem)
}
