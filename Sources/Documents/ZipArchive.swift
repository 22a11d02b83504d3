import LibZip

/// A ZIP archive on disk, read only.
public final class ZipArchive {
  private let archive: OpaquePointer
  /// Of its files, in the order of the archive.
  public let names: [String]

  /// - Returns: nil for a file that is no archive, or a broken one.
  public init?(_ path: String) {
    guard let archive = zip_open(path, ZIP_RDONLY, nil) else { return nil }
    self.archive = archive
    names = (0..<max(0, zip_get_num_entries(archive, 0))).map { index in
      zip_get_name(archive, zip_uint64_t(index), 0).map { String(cString: $0) } ?? ""
    }
  }

  deinit { zip_discard(archive) }

  /// What a file in it holds, at most the first `limit` bytes; nothing where it cannot be read.
  func read(_ name: String, limit: Int) -> [UInt8] {
    names.firstIndex(of: name).map { read(at: $0, limit: limit) } ?? []
  }

  /// - Parameter index: into `names`.
  func read(at index: Int, limit: Int) -> [UInt8] {
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else { return [] }
    defer { zip_fclose(file) }
    var bytes: [UInt8] = []
    let piece = 64 << 10
    while bytes.count < limit {
      let got = withUnsafeTemporaryAllocation(byteCount: piece, alignment: 1) { buffer in
        let got = Int(zip_fread(file, buffer.baseAddress!, zip_uint64_t(piece)))
        if got > 0 { bytes += buffer[..<got] }
        return got
      }
      if got <= 0 { break }
    }
    return bytes
  }
}
