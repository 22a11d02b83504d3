import Glibc

/// Files compared and copied in pieces, so that memory does not grow with the largest.
extension Disk {
  private static let piece = 1 << 20

  /// Whether a file holds just these bytes; false when it cannot be read.
  package static func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    guard let file = try? openFile(path) else { return false }
    defer { close(file.descriptor) }
    guard file.size == bytes.count else { return false }
    return bytes.withUnsafeBytes { bytes in
      withPiece(upTo: file.size) { piece in
        var offset = 0
        while offset < bytes.count {
          let count = fill(piece, from: file.descriptor)
          guard count > 0, offset + count <= bytes.count,
            memcmp(piece.baseAddress!, bytes.baseAddress! + offset, count) == 0
          else { return false }
          offset += count
        }
        return true
      }
    }
  }

  /// Whether a file holds the same bytes as another; false when it cannot be read itself.
  ///
  /// - Parameter home: the real path of a folder that the source's links must not lead out of.
  package static func holds(_ path: String, theSameAs source: String, within home: String) throws(Failure)
    -> Bool
  {
    let wanted = try openFile(source, within: home)
    defer { close(wanted.descriptor) }
    guard let found = try? openFile(path) else { return false }
    defer { close(found.descriptor) }
    guard wanted.size == found.size else { return false }
    return withPiece(upTo: wanted.size) { first in
      withPiece(upTo: wanted.size) { second in
        while true {
          let count = fill(first, from: wanted.descriptor)
          guard count >= 0, fill(second, from: found.descriptor) == count else { return false }
          if count == 0 { return true }
          if memcmp(first.baseAddress!, second.baseAddress!, count) != 0 { return false }
        }
      }
    }
  }

  /// Copies a file into a new one. A failure names the source or the target, whichever it concerns.
  package static func copy(_ source: String, within home: String, to target: String) throws(Failure) {
    let (input, _) = try openFile(source, within: home)
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard output >= 0 else { throw Failure(path: target, code: errno) }
    do throws(Failure) {
      try copy(input, source, to: output, target)
    } catch {
      close(output)
      throw error
    }
    // Some file systems report a full disk only here.
    guard close(output) == 0 else { throw Failure(path: target, code: errno) }
  }

  private static func copy(
    _ input: Int32, _ source: String, to output: Int32, _ target: String
  ) throws(Failure) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = fill(buffer, from: input)
      guard count >= 0 else { throw Failure(path: source, code: errno) }
      if count == 0 { return }
      try put(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: output, target)
    }
  }

  /// - Returns: how many bytes were read, less than the piece holds only at the end of the file; -1 for a failure.
  private static func fill(_ piece: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> Int {
    var count = 0
    while count < piece.count {
      let got = Glibc.read(descriptor, piece.baseAddress! + count, piece.count - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        return -1
      }
      count += got
    }
    return count
  }

  private static func withPiece(upTo size: Int, _ body: (UnsafeMutableRawBufferPointer) -> Bool) -> Bool {
    // One more than the file should hold: one that grew meanwhile is not the same.
    withUnsafeTemporaryAllocation(byteCount: min(size + 1, piece), alignment: 16, body)
  }
}
