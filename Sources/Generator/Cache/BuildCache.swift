import Diagnostics
import Files
import Glibc

/// What earlier builds of a project made and later ones need not make again: parsed pages, and which published file was
/// made of what. All of it can be made again: whatever is damaged, foreign, or of another program is thrown away.
///
/// It lies in the user's own cache and not in the output: drafts are among the pages, and what stands in the output may
/// be published as it is.
package struct BuildCache: Sendable {
  /// An absolute path.
  private let folder: String

  /// - Parameter folder: of all projects' caches, an absolute path; one for the project is made in it.
  package init(in folder: String, of project: String) {
    let home = (try? Disk.realPath(project)) ?? project
    self.folder = folder + "/" + Fingerprint(of: Array(home.utf8)).hex
  }

  /// The program itself: another one may read and draw otherwise.
  static let program: Fingerprint = {
    var builder = FingerprintBuilder()
    FileIdentity(of: "/proc/self/exe")?.add(to: &builder)
    return builder.fingerprint
  }()

  private static let magic = Array("vungxanh cache 1\n".utf8)

  /// The bytes of one part; nil where there is none that was written whole.
  ///
  /// - Parameter ofAnyProgram: whether another program's will do.
  func read(_ name: String, ofAnyProgram: Bool = false) -> CachedBytes? {
    guard let bytes = try? Disk.read(folder + "/" + name), bytes.starts(with: Self.magic) else { return nil }
    return bytes.withUnsafeBytes { whole in
      var reader = RecordReader(whole, at: Self.magic.count)
      guard let program = try? reader.fingerprint(), ofAnyProgram || program == Self.program,
        let sum = try? reader.fingerprint(),
        sum == Fingerprint(of: UnsafeRawBufferPointer(rebasing: whole[reader.offset...]))
      else { return nil }
      return CachedBytes(bytes: bytes, start: reader.offset)
    }
  }

  func path(of name: String) -> String { folder + "/" + name }

  /// - Returns: whether it is gone.
  @discardableResult
  func remove(_ name: String) -> Bool {
    try? makeFolder()
    return unlink(path(of: name)) == 0 || errno == ENOENT
  }

  /// Removes the pages of earlier builds, with their texts.
  ///
  /// - Throws: when some of it may still be there.
  func removePages() throws(Disk.Failure) {
    for name in [StoredPages.name, StoredPages.textsName] { try Disk.remove(path(of: name)) }
  }

  /// Removes what is kept of files that were published, for all outputs. Where that fails, all sources of an output go.
  ///
  /// - Parameter paths: below the project.
  /// - Throws: when some of it may still be there.
  func forget(_ paths: [String]) throws(Disk.Failure) {
    guard Disk.exists(folder) else { return }
    let names = try Disk.entries(of: folder).map(\.name).filter { $0.hasPrefix(PublishedSources.prefix) }
    for name in Set(names.map { $0.replacing(PublishedSources.ending, with: "") }).sorted() {
      var sources = PublishedSources(in: self, named: name)
      if sources.forget(paths) { continue }
      for part in [name, name + PublishedSources.ending] { try Disk.remove(path(of: part)) }
    }
  }

  private func parts(named prefix: String) -> [String] {
    ((try? Disk.entries(of: folder)) ?? []).map(\.name).filter { $0.hasPrefix(prefix) }
  }

  /// Removes all parts of one kind but those that were written last.
  func keepNewest(_ count: Int, named prefix: String) {
    let dated = parts(named: prefix).map {
      (name: $0, written: FileIdentity(of: path(of: $0))?.modified ?? 0)
    }
    for old in dated.sorted(by: { $0.written > $1.written }).dropFirst(count) { unlink(path(of: old.name)) }
  }

  private func makeFolder() throws(Disk.Failure) {
    try Disk.makeFolder(folder)
    // Drafts are nobody else's to read.
    chmod(folder, 0o700)
  }

  /// Replaces one part. A cache that cannot be written is none: no build fails for it.
  ///
  /// - Returns: whether it was.
  @discardableResult
  func write(_ content: [UInt8], to name: String) -> Bool {
    var head = RecordWriter()
    head.write(Self.program)
    head.write(Fingerprint(of: content))
    let fresh = "\(folder)/\(name).\(getpid())"
    do throws(Disk.Failure) {
      try makeFolder()
      try Disk.write([Self.magic, head.bytes, content], to: fresh)
      try Disk.move(fresh, to: folder + "/" + name)
      return true
    } catch {
      unlink(fresh)
      return false
    }
  }
}

/// A part of the cache as it was read.
struct CachedBytes: Sendable {
  let bytes: [UInt8]
  /// Where the content begins.
  let start: Int
}
