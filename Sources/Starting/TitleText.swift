import Diagnostics
import Fields
import Vietnamese

/// A line that a person typed: a title, a name.
package enum TitleText {
  /// In characters; more than any title, less than what makes a page too large to be read.
  static let limit = 300

  /// The line in NFC, with white space run together and without what YAML and terminals cannot bear.
  ///
  /// - Parameter place: the argument it was given as, for messages.
  package static func cleaned(_ text: String, from place: String) throws(StartFailure) -> String {
    // The standard library puts U+FFFD where arguments are not UTF-8.
    if text.unicodeScalars.contains("\u{FFFD}") { throw StartFailure(NewPageProblem.notUTF8, in: place) }
    let words = NFC.normalize(text).unicodeScalars.split { !isPrinted($0) }
    let title = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
    guard title.count <= limit else {
      throw StartFailure(NewPageProblem.longTitle(limit: limit), in: place)
    }
    return title
  }

  private static func isPrinted(_ scalar: Unicode.Scalar) -> Bool {
    // A byte order mark is a character to YAML only at the start of a text.
    if scalar == "\u{FEFF}" || scalar.properties.isNoncharacterCodePoint { return false }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate: false
    default: true
    }
  }

  /// Longer names make addresses that chat programs cut.
  private static let longestSlug = 80

  /// The file name for a title, cut at a word; a failure when nothing of the title can stand in one.
  private static func slug(of title: String, from place: String) throws(StartFailure) -> String {
    let slug = Slug.make(title)
    guard !slug.isEmpty else { throw StartFailure(NewPageProblem.emptySlug(title), in: place) }
    guard slug.utf8.count > longestSlug else { return slug }
    let cut = slug.prefix(longestSlug + 1)
    guard let end = cut.lastIndex(of: "-"), end > slug.startIndex else {
      return String(slug.prefix(longestSlug))
    }
    return String(cut[..<end])
  }

  /// The slug that was asked for, or else the title's; a failure when that cannot be the name of a file.
  package static func slug(_ wanted: String?, title: String) throws(StartFailure) -> String {
    guard let wanted else { return try slug(of: title, from: "TIÊU ĐỀ") }
    guard Slug.isSlug(wanted), wanted.utf8.count <= 200 else {
      throw StartFailure(FrontMatterProblem.badSlug(wanted), in: "--slug")
    }
    return wanted
  }
}
