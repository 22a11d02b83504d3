import Files
import Glibc
import Synchronization

/// The HTML of stored pages: a file that only grows until half of it is of no use any more. A text is fetched when a
/// page is drawn, so that unchanged pages cost no memory.
final class StoredTexts: Sendable {
  /// Where a text lies in the file.
  struct Place: Sendable {
    let offset: Int64
    let count: Int32
    let sum: Fingerprint
  }

  private let descriptor: Int32
  /// Of the file: another one has other texts at these places.
  let inode: UInt64
  let size: Int64
  private let damage = Atomic(false)

  /// - Returns: nil where there is no such file.
  init?(_ path: String) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      Glibc.close(descriptor)
      return nil
    }
    inode = UInt64(info.st_ino)
    size = Int64(info.st_size)
  }

  deinit { close(descriptor) }

  /// What this build has added included.
  var currentSize: Int64 {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? Int64(info.st_size) : size
  }

  /// Whether some text was not what had been stored: what was drawn of it is worth nothing.
  var isDamaged: Bool { damage.load(ordering: .relaxed) }

  /// The text at a place; nil, and `isDamaged` from then on, when it is not what was stored there.
  func text(at place: Place) -> [UInt8]? {
    let text = [UInt8](unsafeUninitializedCapacity: Int(place.count)) { buffer, count in
      count = 0
      while count < buffer.count {
        let got = pread(
          descriptor, buffer.baseAddress! + count, buffer.count - count, off_t(place.offset) + off_t(count))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        count += got
      }
    }
    guard text.count == place.count, Fingerprint(of: text) == place.sum else {
      damage.store(true, ordering: .relaxed)
      return nil
    }
    return text
  }

  /// Adds texts at the end of the file.
  ///
  /// - Returns: where each of them lies; nil when they could not be written, or another build is adding some.
  func append(_ count: Int, _ text: (Int) -> [UInt8]?) -> [Place]? {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return nil }
    defer { flock(descriptor, LOCK_UN) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else { return nil }
    var offset = Int64(info.st_size)
    var places: [Place] = []
    places.reserveCapacity(count)
    var buffer: [UInt8] = []
    buffer.reserveCapacity(Self.piece + largestSource)
    for index in 0..<count {
      guard let html = text(index) else { return nil }
      places.append(Place(offset: offset, count: Int32(html.count), sum: Fingerprint(of: html)))
      offset += Int64(html.count)
      buffer += html
      if buffer.count < Self.piece, index + 1 < count { continue }
      guard put(buffer) else {
        ftruncate(descriptor, info.st_size)
        return nil
      }
      buffer.removeAll(keepingCapacity: true)
    }
    return places
  }

  private static let piece = 1 << 20

  private func put(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      do throws(Disk.Failure) {
        try Disk.put(bytes, to: descriptor, "")
        return true
      } catch {
        return false
      }
    }
  }
}

extension RecordWriter {
  mutating func write(_ place: StoredTexts.Place) {
    write(place.offset)
    write(place.count)
    write(place.sum)
  }
}

extension RecordReader {
  mutating func textPlace() throws(Damage) -> StoredTexts.Place {
    StoredTexts.Place(offset: try number(), count: try number(), sum: try fingerprint())
  }
}
