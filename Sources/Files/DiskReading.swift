import Glibc

extension Disk {
  /// Opens a file for reading.
  ///
  /// - Parameter home: the real path of a folder that links must not lead out of; nil where they may.
  package static func openFile(_ path: String, within home: String? = nil) throws(Failure) -> (
    descriptor: Int32, size: Int
  ) {
    // Without waiting: a FIFO would keep `open` until someone writes to it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    var info = stat()
    var code: Int32 = 0
    if fstat(descriptor, &info) != 0 {
      code = errno
    } else if info.st_mode & S_IFMT != S_IFREG {
      code = Failure.notRegular
    } else if info.st_size > largestFile {
      code = EFBIG
    } else if let home, !isOpen(descriptor, path, within: home) {
      code = Failure.outside
    }
    guard code == 0 else {
      close(descriptor)
      throw Failure(path: path, code: code)
    }
    return (descriptor, Int(info.st_size))
  }

  /// Asks what was opened, and not the path: that may lead elsewhere by now.
  private static func isOpen(_ descriptor: Int32, _ path: String, within home: String) -> Bool {
    guard let real = openPath(descriptor) ?? (try? realPath(path)) else { return false }
    return isPath(real, within: home)
  }

  /// Where an open file lies, in one question: `realPath` would ask about each folder on the way. nil where the system
  /// does not tell.
  private static func openPath(_ descriptor: Int32) -> String? {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer in
      let count = readlink("/proc/self/fd/\(descriptor)", buffer.baseAddress!, buffer.count)
      guard count > 0, count < buffer.count, buffer[0] == CChar(UInt8(ascii: "/")) else { return nil }
      return String(
        decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count]), as: UTF8.self)
    }
  }

  /// Whether a real path is a folder's own or lies below it.
  package static func isPath(_ path: String, within home: String) -> Bool {
    path == home || home == "/" || path.hasPrefix(home + "/")
  }

  /// Reads a whole file.
  ///
  /// - Parameter home: the real path of a folder that links must not lead out of; nil where they may.
  package static func read(_ path: String, within home: String? = nil) throws(Failure) -> [UInt8] {
    let (descriptor, size) = try openFile(path, within: home)
    defer { close(descriptor) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < buffer.count {
        let got = Glibc.read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if got == 0 { break }
        if got < 0 {
          if errno == EINTR { continue }
          code = errno
          return
        }
        count += got
      }
    }
    guard code == 0 else { throw Failure(path: path, code: code) }
    return bytes
  }

  /// Reads at most the first `limit` bytes.
  package static func readStart(_ path: String, limit: Int, within home: String? = nil) throws(Failure)
    -> [UInt8]
  {
    try read(path, from: 0, limit: limit, within: home)
  }

  /// Reads at most `limit` bytes from an offset on.
  package static func read(_ path: String, from offset: Int, limit: Int, within home: String? = nil)
    throws(Failure)
    -> [UInt8]
  {
    let (descriptor, _) = try openFile(path, within: home)
    defer { close(descriptor) }
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      let got = buffer.baseAddress.map { pread(descriptor, $0, limit, off_t(offset)) } ?? 0
      if got < 0 { code = errno }
      count = max(0, got)
    }
    guard code == 0 else { throw Failure(path: path, code: code) }
    return bytes
  }
}
