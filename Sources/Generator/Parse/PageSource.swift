import Diagnostics
import Markdown
import Fields
import Files
import Vietnamese

/// A Markdown file, read and cut into its parts: what a page is made of before its fields mean anything.
package struct PageSource {
  /// As it is on disk.
  package let raw: [UInt8]
  /// In NFC, without a byte order mark.
  package let text: [UInt8]
  let survey: TextSurvey
  package let parts: FrontMatter
  /// The front matter.
  package let entries: [YAML.Entry]

  static let largestFrontMatter = 64 << 10

  /// - Returns: nil for a file that is no page; `problems` says why.
  package init?(reading file: ContentTree.PageFile, problems: inout [Diagnostic]) {
    guard let raw = Self.bytes(of: file, problems: &problems) else { return nil }
    self.init(raw, of: file, problems: &problems)
  }

  /// The bytes of a file that is not too large for a page; nil where `problems` says why there are none.
  static func bytes(of file: ContentTree.PageFile, problems: inout [Diagnostic]) -> [UInt8]? {
    if case .source(let bytes)? = file.substitute { return bytes }
    do throws(Disk.Failure) {
      if case .file(let size) = try Disk.kind(of: file.diskPath), size > largestSource {
        problems.append(
          Diagnostic(FileProblem.tooLarge(size: size, limit: largestSource), in: file.shownPath))
        return nil
      }
      return try file.file.read()
    } catch {
      problems.append(Diagnostic(FileProblem.unreadable(error.reason), in: file.shownPath))
      return nil
    }
  }

  /// - Parameter raw: the bytes of the file.
  init?(_ raw: [UInt8], of file: ContentTree.PageFile, problems: inout [Diagnostic]) {
    func fail(_ problem: any Problem, at place: Place = .file) {
      problems.append(Diagnostic(problem, in: file.shownPath, at: place))
    }
    self.raw = raw
    if raw.allSatisfy({ $0 <= 0x20 }) {
      fail(FileProblem.emptyPage)
      return nil
    }
    var survey = raw.withUnsafeBufferPointer(TextSurvey.init)
    if !survey.isUTF8, let offset = raw.firstInvalidUTF8 {
      fail(FileProblem.invalidUTF8, at: .bytes(offset..<offset + 1))
      return nil
    }
    if survey.mayBeOutOfNFC || survey.holdsNumericReference,
      let run = NFC.tooLongRun(raw, readingReferences: survey.holdsNumericReference)
    {
      fail(FileProblem.tooManyMarks(limit: NFC.mostMarks), at: .bytes(run))
      return nil
    }
    let normal = survey.mayBeOutOfNFC ? NFC.normalize(raw) : raw
    if survey.mayBeOutOfNFC { survey = normal.withUnsafeBufferPointer(TextSurvey.init) }
    self.survey = survey
    let text = normal.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(normal[3...]) : normal
    self.text = text
    if survey.mayHoldLegacyText, let finding = text.withUnsafeBufferPointer(LegacyText.detect) {
      problems.append(
        Diagnostic(
          FileProblem.legacyText(kind: finding.kind.rawValue, reading: finding.reading), in: file.shownPath,
          at: .text(String(decoding: text[finding.range], as: UTF8.self), fromLine: 1), as: .warning))
    }
    // Hardly any file holds such a mark, so the blocks are looked at only then.
    let mark = MergeMarks.place(in: text) { line in
      !text.withUnsafeBufferPointer(fencedLines).contains { $0.contains(line + 1) }
    }
    if let place = mark {
      fail(FileProblem.mergeMarks, at: place)
      return nil
    }
    switch text.withUnsafeBufferPointer(Self.cut) {
    case .success(let (parts, entries)):
      self.parts = parts
      self.entries = entries
      problems += YAMLReader(text).cutValues(of: parts.yaml).map {
        $0.diagnostic(of: text, from: parts.yaml.lowerBound, firstLine: parts.yamlLine, in: file.shownPath)
      }
    case .failure(let mistake):
      fail(mistake.problem, at: mistake.place)
      return nil
    }
  }

  /// Of the front matter: equal as long as nobody changes it.
  var declaration: Fingerprint {
    text.withUnsafeBytes { Fingerprint(of: UnsafeRawBufferPointer(rebasing: $0[parts.yaml])) }
  }

  /// Calls `read` with the Markdown text.
  package func withBody<Result>(_ read: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    text.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[parts.body])) }
  }

  // MARK: Front matter

  /// Why a file that cannot be read as a page is not published, by the lines at its beginning; nil if it is.
  static func declaredAbsence(of file: ContentTree.PageFile, on publication: PublicationRules) -> Page.State?
  {
    guard let start = try? file.file.readStart(limit: largestFrontMatter) else { return nil }
    let lines = start.split(separator: UInt8(ascii: "\n"), maxSplits: 200)
    for (number, line) in lines.enumerated() {
      // UTF-16, which Notepad calls Unicode, has a NUL beside every such letter.
      let line = String(decoding: line.filter { $0 != 0 }, as: UTF8.self)
        .filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }.lowercased()
      if number > 0, line == "---" { return nil }
      let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let state = absence(String(parts[0]), String(parts[1]), on: publication) else {
        continue
      }
      return state
    }
    return nil
  }

  private static func absence(_ key: String, _ value: String, on publication: PublicationRules) -> Page.State?
  {
    let day: CalendarDate? =
      switch WrittenDate(value) {
      case .iso(let day), .other(let day): day
      case .impossible, .unreadable: nil
      }
    switch key {
    case "draft": return value == "true" && !publication.includesDrafts ? .draft : nil
    case "publish_on", "date":
      return day.flatMap { $0 > publication.today && !publication.includesFuture ? .future(from: $0) : nil }
    case "expires": return day.flatMap { $0 < publication.today ? .expired(after: $0) : nil }
    default: return nil
    }
  }

  private struct Mistake: Error {
    let problem: any Problem
    var place = Place.position(line: 0, column: 0, length: 1)
  }

  private static func cut(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> Result<(FrontMatter, [YAML.Entry]), Mistake> {
    let parts: FrontMatter
    switch FrontMatter.split(text) {
    case .success(let split): parts = split
    case .failure(let failure):
      let place = Place.position(line: failure.line, column: 0, length: 1)
      return .failure(Mistake(problem: failure.problem, place: place))
    }
    guard parts.yaml.count <= largestFrontMatter else {
      return .failure(
        Mistake(problem: FileProblem.tooLarge(size: parts.yaml.count, limit: largestFrontMatter)))
    }
    if let line = parts.secondStart(in: text, keys: Schema.allPageKeys) {
      let place = Place.position(line: line, column: 0, length: 3)
      return .failure(Mistake(problem: DeclarationProblem.twice, place: place))
    }
    do throws(YAML.Failure) {
      guard let root = try YAML.parse(UnsafeBufferPointer(rebasing: text[parts.yaml]), keys: Schema.allKeys)
      else {
        return .success((parts, []))
      }
      guard case .map(let entries) = root.content else {
        let place = root.mark.place(firstLine: parts.yamlLine)
        return .failure(Mistake(problem: DeclarationProblem.notAMap, place: place))
      }
      return .success((parts, entries))
    } catch {
      return .failure(
        Mistake(problem: error.problem, place: error.mark.place(firstLine: parts.yamlLine)))
    }
  }
}
