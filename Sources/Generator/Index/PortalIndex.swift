import Files
import Search

/// The search index of a portal: made just now, or known to stand where it was published.
struct PortalIndex: Sendable {
  /// Of all that it is made of.
  let made: Fingerprint
  let version: String
  let documentCount: Int
  /// Of its files, in the folder of the index.
  let names: [String]
  /// In the same order; empty for one that is published already.
  let files: [SearchIndex.File]

  init(made: Fingerprint, version: String, documentCount: Int, names: [String], files: [SearchIndex.File]) {
    self.made = made
    self.version = version
    self.documentCount = documentCount
    self.names = names
    self.files = files
  }

  init(_ index: SearchIndex, made: Fingerprint) {
    self.init(
      made: made, version: index.version, documentCount: index.documentCount, names: index.files.map(\.name),
      files: index.files)
  }
}
