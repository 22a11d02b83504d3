import Metadata

extension ContentTree.File {
  /// What readers are given: the bytes of the file, of a picture those without hidden data. Of a picture that
  /// cannot be read to its end only what could be, since behind that anything may stand.
  func publishedBytes() throws(Disk.Failure) -> [UInt8] {
    let bytes = try Disk.read(diskPath)
    return switch CleanPicture(of: bytes) {
    case .unchanged: bytes
    case .stripped(let clean, _), .broken(_, let clean, _): clean
    }
  }

  /// The length of that; only a picture is read for it.
  func publishedSize() throws(Disk.Failure) -> Int? {
    guard case .file(let size) = try Disk.kind(of: diskPath) else { return nil }
    guard PictureFormat(try Disk.readStart(diskPath, limit: PictureFormat.markLength)) != nil else {
      return size
    }
    return try publishedBytes().count
  }
}
