/// The names in a ZIP archive, from its central directory (PKWARE APPNOTE 6.3.10, §4.3.12 and §4.3.16).
enum ZipNames {
  /// The end record, and the longest comment that may follow it.
  private static let longestEnd = 22 + 0xFFFF
  /// Far more than any Office file has.
  private static let largestDirectory = 16 << 20

  /// - Returns: nil for a file that is no archive, or a broken or enormous one.
  static func read(_ path: String, size: Int) -> [String]? {
    guard let end = try? Disk.read(path, from: max(0, size - longestEnd), limit: longestEnd) else {
      return nil
    }
    guard
      let record = stride(from: end.count - 22, through: 0, by: -1).first(where: {
        end.little(4, at: $0) == 0x0605_4B50
      }), let length = end.little(4, at: record + 12), let start = end.little(4, at: record + 16),
      length <= largestDirectory, start + length <= size,
      let directory = try? Disk.read(path, from: start, limit: length)
    else { return nil }
    var names: [String] = []
    var offset = 0
    while directory.little(4, at: offset) == 0x0201_4B50,
      let name = directory.little(2, at: offset + 28), let extra = directory.little(2, at: offset + 30),
      let comment = directory.little(2, at: offset + 32), offset + 46 + name <= directory.count
    {
      names.append(String(decoding: directory[(offset + 46)..<(offset + 46 + name)], as: UTF8.self))
      offset += 46 + name + extra + comment
    }
    return names
  }
}

extension [UInt8] {
  /// A number of at most four bytes, the least significant first; nil beyond the end.
  fileprivate func little(_ length: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + length <= count else { return nil }
    return self[offset..<(offset + length)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
