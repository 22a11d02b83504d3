import Diagnostics
import Markdown
import Vietnamese

/// Turns one Markdown file into a `Page`.
struct PageParser: Sendable {
  let tree: ContentTree
  let project: Project
  let calendar: Calendar
  let labels: Labels

  /// libcmark-gfm takes quadratic time on some inputs, and no reader wants a longer page.
  static let largestPage = 1 << 20
  static let largestFrontMatter = 64 << 10

  init(tree: ContentTree, project: Project, calendar: Calendar) {
    self.tree = tree
    self.project = project
    self.calendar = calendar
    labels = Labels.labels(for: project.language)
  }

  /// - Parameter kind: what the section around the page says its pages are.
  func parse(_ file: ContentTree.File, childOf kind: Page.Kind?) -> ParsedPage {
    var problems: [Diagnostic] = []
    var hash = 0
    let page = read(file, problems: &problems).flatMap { bytes, survey in
      bytes.withUnsafeBufferPointer {
        parse($0, survey, file, childOf: kind, declarationHash: &hash, problems: &problems)
      }
    }
    return ParsedPage(page: page, problems: problems, declarationHash: hash)
  }

  private func read(_ file: ContentTree.File, problems: inout [Diagnostic]) -> ([UInt8], TextSurvey)? {
    func fail(_ problem: any Problem, at place: Place = .file) -> ([UInt8], TextSurvey)? {
      problems.append(Diagnostic(problem, in: file.shownPath, at: place))
      return nil
    }
    let bytes: [UInt8]
    do throws(Disk.Failure) {
      if case .file(let size) = try Disk.kind(of: file.diskPath), size > Self.largestPage {
        return fail(FileProblem.tooLarge(size: size, limit: Self.largestPage))
      }
      bytes = try Disk.read(file.diskPath)
    } catch {
      return fail(FileProblem.unreadable(error.reason))
    }
    if bytes.allSatisfy({ $0 <= 0x20 }) { return fail(FileProblem.emptyPage) }
    var survey = bytes.withUnsafeBufferPointer(TextSurvey.init)
    if !survey.isUTF8, let offset = bytes.firstInvalidUTF8 {
      return fail(FileProblem.invalidUTF8, at: .bytes(offset..<offset + 1))
    }
    let normal = survey.mayBeOutOfNFC ? NFC.normalize(bytes) : bytes
    if survey.mayBeOutOfNFC { survey = normal.withUnsafeBufferPointer(TextSurvey.init) }
    let text = normal.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(normal[3...]) : normal
    let finding = survey.mayHoldLegacyText ? text.withUnsafeBufferPointer(LegacyText.detect) : nil
    if let finding {
      problems.append(
        Diagnostic(
          FileProblem.legacyText(kind: finding.kind.rawValue, reading: finding.reading), in: file.shownPath,
          at: .text(String(decoding: text[finding.range], as: UTF8.self), fromLine: 1), as: .warning))
    }
    return (text, survey)
  }

  private func parse(
    _ text: UnsafeBufferPointer<UInt8>, _ survey: TextSurvey, _ file: ContentTree.File,
    childOf kind: Page.Kind?, declarationHash: inout Int, problems: inout [Diagnostic]
  ) -> Page? {
    func fail(_ problem: any Problem, at place: Place = .position(line: 0, column: 0, length: 1)) -> Page? {
      problems.append(Diagnostic(problem, in: file.shownPath, at: place))
      return nil
    }
    let parts: FrontMatter
    switch FrontMatter.split(text) {
    case .success(let split): parts = split
    case .failure(let problem): return fail(problem)
    }
    guard parts.yaml.count <= Self.largestFrontMatter else {
      return fail(FileProblem.tooLarge(size: parts.yaml.count, limit: Self.largestFrontMatter))
    }
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[parts.yaml]))
    declarationHash = hasher.finalize()
    var entries: [YAML.Entry] = []
    do throws(YAML.Failure) {
      if let root = try YAML.parse(UnsafeBufferPointer(rebasing: text[parts.yaml])) {
        guard case .map(let map) = root.content else {
          return fail(FrontMatterProblem.notAMap, at: root.mark.place(firstLine: parts.yamlLine))
        }
        entries = map
      }
    } catch {
      return fail(error.problem, at: error.mark.place(firstLine: parts.yamlLine))
    }
    var reader = FieldReader(entries, path: file.shownPath, firstLine: parts.yamlLine)
    let references = PageReferences(tree: tree, file: file)
    let body = UnsafeBufferPointer(rebasing: text[parts.body])
    let costs = costlyMarkdown(body)
    if let problem = costs {
      return fail(
        problem.problem, at: .position(line: problem.line + parts.bodyLine - 1, column: 0, length: 1))
    }
    let document = Document(
      parsing: body, survey: survey, path: file.shownPath, firstLine: parts.bodyLine, references: references,
      labels: labels,
      problems: &problems)
    let page = PageFields(
      file: file, kind: kind, project: project, calendar: calendar, references: references
    )
    .read(&reader, body: document)
    problems += reader.problems
    return page
  }
}
