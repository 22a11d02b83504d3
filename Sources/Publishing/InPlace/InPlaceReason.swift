import Files
import Glibc

/// Why a portal's files take their places one by one.
package enum InPlaceReason: Sendable {
  /// It was asked for.
  case option
  /// The disk cannot exchange folders, or gives a file one name only.
  case disk
  /// The portal's folder is a link to another place.
  case link
  /// Another disk is mounted in the portal's place.
  case mount

  /// What is worth a warning.
  var problem: PublishingProblem? { self == .option ? nil : .inPlace(self) }

  /// Of a portal's folder in the output; nil where it can be exchanged.
  init?(ofFolder path: String, in output: String) {
    var (own, around) = (stat(), stat())
    guard lstat(path, &own) == 0, stat(output, &around) == 0 else { return nil }
    if own.st_mode & S_IFMT == S_IFLNK {
      self = .link
    } else if own.st_dev != around.st_dev {
      self = .mount
    } else {
      return nil
    }
  }
}
