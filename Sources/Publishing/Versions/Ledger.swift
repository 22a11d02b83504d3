import Files

/// The record of versions, a line for each, fields parted by tabs. A line that cannot be read tells nothing; the folder it
/// spoke of is kept all the same.
enum Ledger {
  private static let heading = "vungxanh versions 1"

  static func read(_ bytes: [UInt8]) -> [Version] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.first.map(String.init) == heading else { return [] }
    return lines.dropFirst().compactMap(version)
  }

  static func text(_ versions: [Version]) -> [UInt8] {
    Array(([heading] + versions.map(line)).map { $0 + "\n" }.joined().utf8)
  }

  private static func line(_ version: Version) -> String {
    let author = String(String.UnicodeScalarView(version.author.unicodeScalars.filter { $0.value >= 0x20 }))
    let origin =
      switch version.origin {
      case .build: "build"
      case .back(let run): "back \(run)"
      case .unknown: "unknown"
      }
    return [
      "\(version.run)", version.portal, "\(version.inode)", "\(version.time)", author, origin,
      "\(version.changedPages)", "\(version.changedFiles)", "\(version.removedFiles)",
      version.namedByContent.joined(separator: "|"), version.lingering.joined(separator: "|"),
    ].joined(separator: "\t")
  }

  private static func version(_ line: Substring) -> Version? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 11, let run = Int(fields[0]), let inode = UInt64(fields[2]),
      let time = Int64(fields[3]), let origin = origin(fields[5]), let pages = Int(fields[6]),
      let files = Int(fields[7]), let removed = Int(fields[8])
    else { return nil }
    func names(_ field: Substring) -> [String] { field.split(separator: "|").map(String.init) }
    return Version(
      run: run, portal: String(fields[1]), inode: inode, time: time, author: String(fields[4]),
      origin: origin, changedPages: pages, changedFiles: files, removedFiles: removed,
      namedByContent: names(fields[9]), lingering: names(fields[10]))
  }

  private static func origin(_ field: Substring) -> Version.Origin? {
    let words = field.split(separator: " ")
    switch words.first {
    case "build": return .build
    case "unknown": return .unknown
    case "back": return words.last.flatMap { Int($0) }.map { .back(to: $0) }
    default: return nil
    }
  }
}
