import Files

/// What this machine sent to a place, kept at home: what lies at the place can be forged there.
struct SentRecord: Equatable {
  /// The manifest that was left there.
  var manifest: Manifest
  /// By path, what the place said of the file afterwards. One of which it still says so need not be read.
  var marks: [String: String]

  private static let heading = "vungxanh sent 1"

  /// - Parameter folder: where records are kept.
  static func path(of place: String, in folder: String) -> String {
    folder + "/" + SHA256(of: Array(place.utf8)).hex.prefix(32)
  }

  /// - Returns: nil where nothing is known, or nothing that can be trusted.
  init?(of place: String, in folder: String) {
    guard let bytes = try? Disk.read(Self.path(of: place, in: folder)) else { return nil }
    let parts = bytes.split(separator: 0, omittingEmptySubsequences: false)
    guard parts.count == 4, parts[0].elementsEqual(Self.heading.utf8), parts[1].elementsEqual(place.utf8),
      let manifest = Manifest(Array(parts[2]))
    else { return nil }
    self.manifest = manifest
    marks = [:]
    for line in String(decoding: parts[3], as: UTF8.self).split(separator: "\n") {
      guard let tab = line.firstIndex(of: "\t") else { return nil }
      marks[String(line[line.index(after: tab)...])] = String(line[..<tab])
    }
  }

  init(manifest: Manifest, there: [String: FileThere]) {
    self.manifest = manifest
    marks = there.filter { manifest.files[$0.key] != nil && !$0.value.mark.isEmpty }.mapValues(\.mark)
  }

  func keep(for place: String, in folder: String) throws(Disk.Failure) {
    let lines = marks.sorted { $0.key < $1.key }.map { "\($1)\t\($0)\n" }.joined()
    let text = [Array(Self.heading.utf8), Array(place.utf8), manifest.text, Array(lines.utf8)]
    let path = Self.path(of: place, in: folder)
    try Disk.makeFolder(folder)
    // Moved when it is whole: half a record would be trusted.
    try Disk.write(Array(text.joined(separator: [0])), to: path + "~")
    try Disk.move(path + "~", to: path)
  }
}
