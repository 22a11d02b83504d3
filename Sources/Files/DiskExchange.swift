import Glibc
import LibGlibc

/// What makes a whole folder take another's place at once.
extension Disk {
  /// Two files or folders change places in one step: nobody ever finds either of them missing.
  package static func exchange(_ path: String, _ other: String) throws(Failure) {
    guard renameat2(AT_FDCWD, path, AT_FDCWD, other, exchangeFlag) == 0 else {
      throw Failure(path: other, code: errno)
    }
  }

  /// RENAME_EXCHANGE of linux/fs.h.
  private static let exchangeFlag: UInt32 = 2

  /// Gives a file one more name, on the same file system.
  package static func link(_ path: String, as name: String) throws(Failure) {
    guard linkat(AT_FDCWD, path, AT_FDCWD, name, 0) == 0 else { throw Failure(path: name, code: errno) }
  }

  /// Waits until all that was written to a path's file system is on its disk.
  package static func sync(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw Failure(path: path, code: errno) }
  }

  /// Waits until a file is on its disk.
  package static func syncFile(_ path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure(path: path, code: errno) }
  }

  /// Removes a folder with all that is in it; where that fails, gives it another name, so that nothing stands there.
  ///
  /// - Returns: the other name, of what could not be removed.
  package static func clearAway(_ path: String) throws(Failure) -> String? {
    do throws(Failure) {
      try removeTree(path)
      return nil
    } catch {
      let name = "\(path)-\(getpid())"
      guard rename(path, name) == 0 else { throw error }
      return name
    }
  }

  /// Of a file or folder itself, links not followed; nil where there is none.
  package static func inode(of path: String) -> UInt64? {
    var info = stat()
    return lstat(path, &info) == 0 ? UInt64(info.st_ino) : nil
  }

  /// Gives a folder the mode and, as far as this account may, the group of another one.
  package static func copyAccess(from folder: String, to other: String) {
    var (model, own) = (stat(), stat())
    guard stat(folder, &model) == 0, stat(other, &own) == 0 else { return }
    if model.st_gid != own.st_gid { _ = chown(other, uid_t.max, model.st_gid) }
    if model.st_mode != own.st_mode { chmod(other, model.st_mode & 0o7777) }
  }
}
