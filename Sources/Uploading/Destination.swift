import Files

/// A place where a portal's files go: a folder, or one on a server.
///
/// Paths are below the portal's folder there, with `/`. Each call either does the whole of it or throws; one that puts a file
/// replaces what is there at once, as far as the transport can.
protocol Destination {
  /// As people know it.
  var place: String { get }
  /// What is there; nil where it is not.
  func read(_ path: String) throws(DestinationFailure) -> [UInt8]?
  /// Every file below the folder, by its path, but for those of this tool that are only passing; empty where there is no
  /// such folder.
  func list() throws(DestinationFailure) -> [String: FileThere]
  func put(_ bytes: [UInt8], at path: String) throws(DestinationFailure)
  /// Removes a file, and folders that it leaves empty; one that is not there is fine.
  func remove(_ path: String) throws(DestinationFailure)
}

/// What a place says of one of its files.
struct FileThere: Sendable, Equatable {
  /// In bytes; -1 for what is no file.
  var size: Int
  /// When it was changed last, in words of the place's own that are only compared; empty where it does not say.
  var mark = ""
}

/// Why a destination did not do what it was to do.
struct DestinationFailure: Error, Sendable {
  /// Where, as people know it.
  let place: String
  let problem: UploadingProblem

  init(place: String, problem: UploadingProblem) { (self.place, self.problem) = (place, problem) }
  init(place: String, reason: SystemReason) { self.init(place: place, problem: .cannotSend(reason)) }
}
