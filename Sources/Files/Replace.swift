import Glibc

extension Disk {
  /// Puts new bytes into an old file's place at once, by renaming: a reader finds the old text or the new one, and a
  /// failure leaves the old. The mode stays, and the owner where the system lets it.
  ///
  /// - Parameter expected: what the file holds.
  /// - Returns: false when it holds something else by now; it is left alone then.
  package static func replace(_ path: String, holding expected: [UInt8], with bytes: [UInt8]) throws(Failure)
    -> Bool
  {
    var info = stat()
    // A folder that may be written to would let a file that may not be replaced.
    guard access(path, W_OK) == 0, stat(path, &info) == 0 else { throw Failure(path: path, code: errno) }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let fresh = folder + ".vungxanh-fix-\(getpid())"
    unlink(fresh)
    let descriptor = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    do throws(Failure) {
      try fill(descriptor, with: bytes, like: info, path)
      guard try read(path) == expected else {
        unlink(fresh)
        return false
      }
      try move(fresh, to: path)
      return true
    } catch {
      unlink(fresh)
      throw error
    }
  }

  /// Writes, with the owner and the mode of another file, and closes.
  private static func fill(
    _ descriptor: Int32, with bytes: [UInt8], like info: stat, _ path: String
  ) throws(Failure) {
    var failure: Failure?
    bytes.withUnsafeBytes { buffer in
      do throws(Failure) { try put(buffer, to: descriptor, path) } catch { failure = error }
    }
    // Only the superuser may give a file away, and a change of owner may clear bits of the mode.
    _ = fchown(descriptor, info.st_uid, info.st_gid)
    if failure == nil, fchmod(descriptor, info.st_mode & 0o7777) != 0 || fsync(descriptor) != 0 {
      failure = Failure(path: path, code: errno)
    }
    if close(descriptor) != 0, failure == nil { failure = Failure(path: path, code: errno) }
    if let failure { throw failure }
  }
}
