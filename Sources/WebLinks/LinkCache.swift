import Diagnostics
import Glibc

/// What earlier runs were told, in a text file: a line each of address, time and answer, with tabs between.
public struct LinkCache: Sendable {
  struct Entry: Equatable {
    /// Seconds since 1970.
    let time: Int
    let answer: LinkAnswer
  }

  /// Seconds that an answer is good for: a page that is there will be there next week, one that is not may be mended.
  static let goodLifetime = 7 * 86_400
  static let badLifetime = 86_400
  static let mostEntries = 20_000
  /// More than this is not read.
  static let mostBytes = 16 << 20

  private let path: String

  /// - Parameter path: of the file; its folder is made if it is the only one missing.
  public init(path: String) { self.path = path }

  /// Answers that are still good, by address. A line that is damaged is passed over, and so is a file that cannot
  /// be read.
  func read(now: Int) -> [String: Entry] {
    let bytes = contents()
    // A line without its end may be half a line.
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [:] }
    var entries: [String: Entry] = [:]
    for line in bytes[..<end].split(separator: UInt8(ascii: "\n")).prefix(Self.mostEntries) {
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 3, let time = Int(fields[1]), let answer = LinkAnswer(record: fields[2]),
        // An answer from the future was written by a clock that was wrong.
        (0..<Self.lifetime(answer)).contains(now &- time)
      else { continue }
      entries[String(fields[0])] = Entry(time: time, answer: answer)
    }
    return entries
  }

  /// Writes the newest entries beside the file and puts them in its place.
  ///
  /// - Returns: whether that worked; if not, the old file is as it was.
  @discardableResult func write(_ entries: [String: Entry]) -> Bool {
    let newest = entries.sorted { ($1.value.time, $0.key) < ($0.value.time, $1.key) }
    var bytes: [UInt8] = []
    for (url, entry) in newest.prefix(Self.mostEntries) {
      guard let record = entry.answer.record else { continue }
      bytes += "\(url)\t\(entry.time)\t\(record)\n".utf8
    }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex { mkdir(String(path[..<slash]), 0o755) }
    // Two runs at once must not write into each other's file.
    let draft = "\(path).\(getpid())"
    guard put(bytes, in: draft), rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  private static func lifetime(_ answer: LinkAnswer) -> Int {
    if case .found = answer { goodLifetime } else { badLifetime }
  }

  private func contents() -> [UInt8] {
    // Without waiting: a FIFO would keep `open` until someone writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return [] }
    let size = min(Int(info.st_size), Self.mostBytes)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, size - count)
        if got < 0 && errno == EINTR { continue }
        if got <= 0 { return }
        count += got
      }
    }
  }

  private func put(_ bytes: [UInt8], in draft: String) -> Bool {
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return false }
    var written = 0
    while written < bytes.count {
      let put = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if put < 0 && errno == EINTR { continue }
      if put <= 0 { break }
      written += put
    }
    // Some file systems report a full disk only here.
    return close(descriptor) == 0 && written == bytes.count
  }
}
