import Glibc

/// What tells a file from another one, and from itself before it was written to, without reading it.
package struct FileIdentity: Hashable, Sendable {
  package let size: Int64
  package let inode: UInt64
  /// When it was last written to, and when that or its name or mode was last changed: nanoseconds since 1970.
  package let modified: Int64
  package let changed: Int64

  package init(size: Int64, inode: UInt64, modified: Int64, changed: Int64) {
    self.size = size
    self.inode = inode
    self.modified = modified
    self.changed = changed
  }

  /// - Returns: nil for what is no file, or cannot be looked at. Links are followed.
  package init?(of path: String) {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      size: Int64(info.st_size), inode: UInt64(info.st_ino), modified: info.st_mtim.nanoseconds,
      changed: info.st_ctim.nanoseconds)
  }

  package func add(to builder: inout FingerprintBuilder) {
    for number in [size, Int64(bitPattern: inode), modified, changed] { builder.add(Int(number)) }
  }
}

extension timespec {
  fileprivate var nanoseconds: Int64 { Int64(tv_sec) * 1_000_000_000 + Int64(tv_nsec) }
}
