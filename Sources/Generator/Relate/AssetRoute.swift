import Files
import Vietnamese

/// Where a file of the content tree stands in the output.
package enum AssetRoute {
  /// The same path; a name that is not safe in every address becomes a slug with its ending.
  package static func route(of path: String) -> String {
    path.split(separator: "/").map(part).joined(separator: "/")
  }

  /// The first name on a path of which no address can be made.
  static func partWithoutLetters(of path: String) -> String? {
    path.split(separator: "/").first {
      let part = part($0)
      return part.isEmpty || part.hasPrefix(".")
    }
    .map(String.init)
  }

  private static func part(_ name: Substring) -> String {
    if name.utf8.allSatisfy(isSafe) { return String(name) }
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return Slug.make(String(name)) }
    let ending = Slug.make(String(name[name.index(after: dot)...]))
    return Slug.make(String(name[..<dot])) + "." + ending
  }

  private static func isSafe(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: ".")
  }
}
