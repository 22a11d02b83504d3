import Diagnostics
import Glibc

/// What can be asked of a disk without changing anything.
extension Disk {
  /// Why a file or folder may not be read; nil when it may.
  package static func refusalToRead(_ path: String) -> SystemReason? {
    access(path, R_OK) == 0 ? nil : SystemReason(errno: errno)
  }

  /// Why a file or folder may not be written to; nil when it may.
  package static func refusalToWrite(_ path: String) -> SystemReason? {
    access(path, W_OK) == 0 ? nil : SystemReason(errno: errno)
  }

  /// Why files that stand below `source` may not be renamed into a folder; nil when they may.
  package static func refusalToRename(from source: String, into folder: String) -> Failure? {
    guard faccessat(AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0 else {
      return Failure(path: folder, code: errno)
    }
    var (from, into) = (stat(), stat())
    guard stat(source, &from) == 0, stat(folder, &into) == 0 else {
      return Failure(path: folder, code: errno)
    }
    return from.st_dev == into.st_dev ? nil : Failure(path: folder, code: EXDEV)
  }

  /// Bytes that this account may still write where the path lies; nil where that cannot be told.
  package static func freeBytes(at path: String) -> Int? {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return nil }
    return Int(
      clamping: UInt64(info.f_bavail).multipliedReportingOverflow(by: UInt64(info.f_frsize)).partialValue)
  }

  /// Whether another process holds a lock on the file.
  package static func isLocked(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// The path, or the nearest folder above it that exists.
  package static func nearestExisting(_ path: String) -> String {
    var path = path
    while !exists(path), let slash = path.lastIndex(of: "/") { path = String(path[..<slash]) }
    return path.isEmpty ? "/" : path
  }
}
