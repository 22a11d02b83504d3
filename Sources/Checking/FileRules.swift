import Diagnostics
import Documents
import Files
import Generator
import Metadata

/// What is wrong with one of the files that readers are given.
struct FileCheck {
  let file: ContentTree.File
  /// As a message calls it.
  let name: String
  private let ending: String
  private(set) var problems: [any Problem] = []
  /// Whether no browser would show it as a picture.
  private(set) var isNoPicture = false

  // In bytes, and in pixels.
  private static let heaviestPicture = 300 << 10
  private static let heaviestAttachment = 10 << 20
  private static let widestPicture = 2560

  init(_ file: ContentTree.File) {
    self.file = file
    name = file.path.lastComponent
    ending = name.endings.last ?? ""
  }

  mutating func run() {
    // What cannot be read, the build reports where a page needs it.
    guard case .file(let size)? = try? Disk.kind(of: file.diskPath) else { return }
    if checkPageName() || checkEnding() { return }
    guard size > 0 else {
      isNoPicture = true
      return problems.append(AttachmentProblem.empty(name))
    }
    // A script may stand anywhere in an SVG; of all else the beginning tells.
    let limit = ending == "svg" ? size : ImageSize.startLength
    guard let start = try? file.readStart(limit: min(size, limit)) else { return }
    isNoPicture = ImageSize.read(start) == .notAnImage
    checkFormat(start)
    let format = FileFormat(of: start)
    if PictureFormat(start) != nil {
      problems += hiddenData(size: size)
    } else if FileEnding.documentsWithNames.contains(ending), let format {
      problems += traces(in: format, size: size)
    }
    if FileEnding.notCleaned.contains(ending) { problems.append(AttachmentProblem.notCleaned(name)) }
    let isPicture = FileEnding.pictures.contains(ending)
    if isPicture {
      checkPicture(start, size: size)
    } else if size > Self.heaviestAttachment {
      problems.append(AttachmentProblem.attachmentHeavy(name, size: size, limit: Self.heaviestAttachment))
    }
  }

  /// Whether it is a page by all but its name: Notepad appends “.txt”, and not every system minds the case.
  private mutating func checkPageName() -> Bool {
    var stem = name
    if ending == "txt" { stem.removeLast(ending.utf8.count + 1) }
    guard let last = stem.endings.last, ["md", "markdown", "mdown"].contains(last) else { return false }
    problems.append(AttachmentProblem.notAPage(name, instead: stem.dropLast(last.utf8.count) + "md"))
    return true
  }

  /// Whether the name alone condemns it.
  private mutating func checkEnding() -> Bool {
    // As it is published: “trang.htm ” becomes “trang.htm”.
    let published = AssetRoute.route(of: name).endings
    let served = (name.endings + published).first(where: FileEnding.runByServers.contains)
    let last = [ending, published.last ?? ""].first(where: FileEnding.dangerous.contains)
    guard let ending = served ?? last else { return false }
    let before = name.endings.dropLast().last ?? ""
    let looksHarmless = FileEnding.documents.contains(before) || FileEnding.pictures.contains(before)
    problems.append(
      looksHarmless
        ? AttachmentProblem.doubleEnding(name, pretended: before, ending: ending)
        : AttachmentProblem.dangerousType(name, ending: ending))
    return true
  }

  private mutating func checkFormat(_ start: [UInt8]) {
    guard let expected = FileEnding.formats(of: ending) else { return }
    let found = FileFormat(of: start)
    guard let found, expected.contains(found) else {
      return problems.append(AttachmentProblem.wrongType(name, ending: ending, found: found))
    }
    guard let folder = FileEnding.officeFolder(of: ending) else { return }
    let names = ZipArchive(file.diskPath)?.names
    if names?.contains(where: { $0.hasPrefix(folder) }) != true {
      problems.append(AttachmentProblem.wrongType(name, ending: ending, found: names == nil ? nil : .zip))
    } else if names?.contains(where: { $0.lastComponent.lowercased() == "vbaproject.bin" }) == true {
      problems.append(AttachmentProblem.hiddenMacro(name))
    }
  }

  private mutating func checkPicture(_ start: [UInt8], size: Int) {
    if size > Self.heaviestPicture {
      problems.append(AttachmentProblem.pictureHeavy(name, size: size, limit: Self.heaviestPicture))
    }
    if ending == "svg" {
      var scan = SVGScan(start)
      if scan.isActive() { problems.append(AttachmentProblem.pictureScript(name)) }
    } else if case .size(let pixels) = ImageSize.read(start), pixels.width > Self.widestPicture {
      problems.append(AttachmentProblem.pictureWide(name, width: pixels.width, limit: Self.widestPicture))
    }
  }
}
