import Diagnostics
import Files
import Metadata

extension ContentTree.File {
  /// What readers are given: the bytes of the file, of a picture those without hidden data.
  func publishedBytes() throws(Disk.Failure) -> [UInt8] { CleanPicture.published(try read()) }

  /// Whether it is one of those that are cleaned, whatever its name says, at this moment.
  func isPicture() throws(Disk.Failure) -> Bool {
    PictureFormat(try readStart(limit: PictureFormat.markLength)) != nil
  }

  /// In bytes; a picture is held in memory to be cleaned, and no camera makes a larger one.
  package static let largestPicture = 128 << 20

}

extension ContentTree {
  /// How many bytes readers are given; only a picture is read for it.
  func publishedSize(of id: AssetID) throws(Disk.Failure) -> Int {
    let facts = try facts(of: id)
    guard facts.isCleaned, oversize(of: id) == nil else { return facts.size }
    return try assets[id].publishedBytes().count
  }

  /// What is wrong with publishing so large a file; nil for one that is not too large. Only a large one is looked into.
  func oversize(of id: AssetID) -> FileProblem? {
    let file = assets[id]
    guard case .file(let size)? = try? Disk.kind(of: file.diskPath), size > ContentTree.File.largestPicture
    else { return nil }
    let isCleaned = (try? facts(of: id))?.isCleaned == true
    let limit = isCleaned ? ContentTree.File.largestPicture : Disk.largestFile
    return size > limit ? .tooLargeToPublish(size: size, limit: limit) : nil
  }
}
