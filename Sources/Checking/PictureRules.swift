import Diagnostics
import Generator
import Metadata

extension FileCheck {
  /// In pixels, each of which takes four bytes of a browser's memory.
  private static let mostPixels = 100_000_000

  /// What a picture hides, and whether it can be read to its end.
  func hiddenData(size: Int) -> [any Problem] {
    guard size <= ContentTree.File.largestPicture, let bytes = try? file.read() else { return [] }
    var problems: [any Problem] = []
    let removed: HiddenData
    switch CleanPicture(of: bytes) {
    case .unchanged: removed = []
    case .stripped(_, let data): removed = data
    case .broken(let fault, _, let data):
      removed = data
      problems.append(AttachmentProblem.pictureBroken(name, Self.kind(of: fault)))
    }
    switch ImageSize.read(bytes) {
    case .noSize where problems.isEmpty:
      problems.append(AttachmentProblem.pictureBroken(name, .noSize))
    case .size(let pixels) where pixels.width > Self.mostPixels / pixels.height:
      problems.append(AttachmentProblem.pictureHuge(name, width: pixels.width, height: pixels.height))
    default: break
    }
    let secrets = Self.names.filter { removed.contains($0.data) }.map(\.secret)
    if !secrets.isEmpty { problems.append(HiddenDataProblem.picture(name, secrets)) }
    return problems
  }

  private static func kind(of fault: CleanPicture.Fault) -> AttachmentProblem.Breakage {
    switch fault {
    case .cut: .cut
    case .wrong(let offset): .wrong(at: offset)
    case .empty: .empty
    }
  }

  /// What is not personal, such as the settings of an exposure, is removed without a word.
  private static let names: [(data: HiddenData, secret: HiddenDataProblem.Secret)] = [
    (.location, .location), (.date, .date), (.camera, .camera), (.author, .author), (.comment, .comment),
    (.thumbnail, .thumbnail),
  ]
}
