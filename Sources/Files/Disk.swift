import Diagnostics
import Glibc

/// File system calls on paths, without Foundation. Every failure carries the system's reason.
package enum Disk {
  package struct Failure: Error {
    package let path: String
    package let code: Int32

    package init(path: String, code: Int32) {
      self.path = path
      self.code = code
    }

    package var reason: SystemReason { SystemReason(errno: code) }
    /// Whether something stands where a new file was to come.
    package var isTaken: Bool { code == EEXIST }

    /// What no system call says.
    package static let outside: Int32 = -1
    package static let notRegular: Int32 = -2
  }

  /// What stands at a path, links followed.
  package enum Kind { case file(size: Int), folder, other }

  package static func kind(of path: String) throws(Failure) -> Kind {
    var info = stat()
    guard stat(path, &info) == 0 else { throw Failure(path: path, code: errno) }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file(size: Int(info.st_size))
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  package static func isFolder(_ path: String) -> Bool {
    if case .folder? = try? kind(of: path) { true } else { false }
  }

  /// The most that is read at once, or published as one file, in bytes.
  package static let largestFile = 2 << 30

  /// Writes a new file or replaces what is in an old one.
  ///
  /// - Parameter isNew: whether one that exists already is a failure.
  package static func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, isNew: Bool = false, isProgram: Bool = false
  ) throws(Failure) {
    let flags = O_WRONLY | O_CREAT | (isNew ? O_EXCL : O_TRUNC) | O_CLOEXEC
    let descriptor = open(path, flags, isProgram ? 0o755 : 0o644)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    do throws(Failure) { try put(bytes, to: descriptor, path) } catch {
      close(descriptor)
      throw error
    }
    // Some file systems report a full disk only here.
    guard close(descriptor) == 0 else { throw Failure(path: path, code: errno) }
  }

  /// Writes several pieces into one file.
  package static func write(_ pieces: [[UInt8]], to path: String) throws(Failure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
    var failure: Failure?
    for piece in pieces where failure == nil {
      piece.withUnsafeBytes { buffer in
        do throws(Failure) { try put(buffer, to: descriptor, path) } catch { failure = error }
      }
    }
    if close(descriptor) != 0, failure == nil { failure = Failure(path: path, code: errno) }
    if let failure { throw failure }
  }

  package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    // `withUnsafeBytes` cannot throw a typed error out.
    var failure: Failure?
    bytes.withUnsafeBytes { buffer in
      do throws(Failure) { try write(buffer, to: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Writes everything to an open file; `path` is for its failure.
  package static func put(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32, _ path: String)
    throws(Failure)
  {
    var written = 0
    while written < bytes.count {
      let put = Glibc.write(descriptor, bytes.baseAddress! + written, bytes.count - written)
      if put < 0 {
        if errno == EINTR { continue }
        throw Failure(path: path, code: errno)
      }
      written += put
    }
  }

  /// Makes the folder and those above it; one that exists is fine.
  package static func makeFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o755) == 0 || (errno == EEXIST && isFolder(path)) { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
      throw Failure(path: path, code: errno)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw Failure(path: path, code: errno) }
  }

  package static func move(_ source: String, to target: String) throws(Failure) {
    guard rename(source, target) == 0 else { throw Failure(path: target, code: errno) }
  }

  package static func remove(_ path: String) throws(Failure) {
    guard Glibc.remove(path) == 0 || errno == ENOENT else { throw Failure(path: path, code: errno) }
  }

  /// Removes a folder with all that is in it; links are removed, not followed.
  package static func removeTree(_ path: String) throws(Failure) {
    var info = stat()
    guard lstat(path, &info) == 0 else {
      if errno == ENOENT { return }
      throw Failure(path: path, code: errno)
    }
    if info.st_mode & S_IFMT == S_IFDIR {
      for entry in try entries(of: path) { try removeTree(path + "/" + entry.name) }
    }
    try remove(path)
  }

  package struct Entry {
    package enum Kind { case file, folder, link, other }
    /// With U+FFFD for what is not UTF-8, which no system call finds again.
    package let name: String
    package let kind: Kind
    package var isUTF8 = true

    /// Whether it is an editor's or the system's own: a dot in front, a tilde behind. No content, no template has such
    /// a name.
    package var isHidden: Bool { Disk.isHidden(name) }
  }

  /// Whether a file with such a name is an editor's or the system's own.
  package static func isHidden(_ name: some StringProtocol) -> Bool {
    name.hasPrefix(".") || name.hasSuffix("~")
  }

  /// What a folder holds, in the order of its names' bytes.
  package static func entries(of path: String) throws(Failure) -> [Entry] {
    guard let folder = opendir(path) else { throw Failure(path: path, code: errno) }
    defer { closedir(folder) }
    var entries: [Entry] = []
    while let entry = readdir(folder) {
      let (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { name in
          String(validatingCString: name).map { ($0, true) } ?? (String(cString: name), false)
        }
      }
      if name == "." || name == ".." { continue }
      let kind: Entry.Kind =
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): unlistedKind(path + "/" + name)
        default: .other
        }
      entries.append(Entry(name: name, kind: kind, isUTF8: isUTF8))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Some file systems do not say in the listing what an entry is.
  private static func unlistedKind(_ path: String) -> Entry.Kind {
    var info = stat()
    guard lstat(path, &info) == 0 else { return .other }
    switch info.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }

  /// The path with every link and `..` resolved.
  package static func realPath(_ path: String) throws(Failure) -> String {
    guard let resolved = realpath(path, nil) else { throw Failure(path: path, code: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Where the process stands.
  package static var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "." }
    defer { free(path) }
    return String(cString: path)
  }
}

extension SystemReason {
  package init(errno code: Int32) {
    self =
      switch code {
      case ENOSPC, EDQUOT: .diskFull
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnly
      case ENOENT, ENOTDIR: .notFound
      case ELOOP: .linkLoop
      case ENAMETOOLONG: .nameTooLong
      case Disk.Failure.outside: .outside
      case Disk.Failure.notRegular: .notRegular
      default: .other(String(cString: strerror(code)))
      }
  }
}
