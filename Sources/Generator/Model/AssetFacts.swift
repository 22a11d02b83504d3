import Files
import Metadata
import Synchronization

/// What the first bytes of a file of the content tree tell of it.
package struct AssetFacts: Sendable {
  /// On disk, in bytes.
  let size: Int
  /// How large browsers show it.
  let picture: ImageSize.Reading
  /// Whether it is a picture that phones make and browsers do not show.
  let isHEIC: Bool
  /// Whether it is a picture that is published without its hidden data, whatever its name says.
  let isCleaned: Bool

  init(of file: ContentTree.File) throws(Disk.Failure) {
    guard case .file(let size) = try Disk.kind(of: file.diskPath) else {
      throw Disk.Failure(path: file.diskPath, code: Disk.Failure.notRegular)
    }
    let start = try file.readStart(limit: min(size, ImageSize.startLength))
    let brand = start.dropFirst(8).prefix(4)
    self.size = size
    picture = ImageSize.read(start)
    isHEIC =
      start.dropFirst(4).starts(with: "ftyp".utf8)
      && ["heic", "heix", "heif", "mif1"].contains { brand.elementsEqual($0.utf8) }
    isCleaned = PictureFormat(start) != nil
  }
}

/// The facts of the files that somebody asked about: each file is looked into once, however many pages and portals
/// name it.
final class KnownFacts: Sendable {
  private let facts = Mutex<[AssetID: Result<AssetFacts, Disk.Failure>]>([:])

  func facts(of id: AssetID, _ file: ContentTree.File) throws(Disk.Failure) -> AssetFacts {
    if let known = facts.withLock({ $0[id] }) { return try known.get() }
    // Outside of the lock, so that nobody waits for a disk; at worst two workers read the same bytes.
    let result: Result<AssetFacts, Disk.Failure>
    do throws(Disk.Failure) { result = .success(try AssetFacts(of: file)) } catch { result = .failure(error) }
    facts.withLock { $0[id] = result }
    return try result.get()
  }
}

extension ContentTree {
  /// What is known of a file; read when it is first asked for.
  package func facts(of id: AssetID) throws(Disk.Failure) -> AssetFacts {
    try knownFacts.facts(of: id, assets[id])
  }
}
