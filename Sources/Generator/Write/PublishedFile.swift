import Diagnostics
import Files
import Metadata

extension ContentTree.File {
  /// What readers are given: the bytes of the file, of a picture those without hidden data.
  func publishedBytes() throws(Disk.Failure) -> [UInt8] { CleanPicture.published(try read()) }

  /// The length of that; only a picture is read for it.
  func publishedSize() throws(Disk.Failure) -> Int? {
    guard case .file(let size) = try Disk.kind(of: diskPath) else { return nil }
    guard oversize == nil, try isPicture() else { return size }
    return try publishedBytes().count
  }

  /// Whether it is one of those that are cleaned, whatever its name says.
  func isPicture() throws(Disk.Failure) -> Bool {
    PictureFormat(try readStart(limit: PictureFormat.markLength)) != nil
  }

  /// In bytes; a picture is held in memory to be cleaned, and no camera makes a larger one.
  package static let largestPicture = 128 << 20

  /// What is wrong with publishing so large a file; nil for one that is not too large.
  var oversize: FileProblem? {
    guard case .file(let size)? = try? Disk.kind(of: diskPath), size > Self.largestPicture else { return nil }
    let limit = (try? isPicture()) == true ? Self.largestPicture : Disk.largestFile
    return size > limit ? .tooLargeToPublish(size: size, limit: limit) : nil
  }
}
