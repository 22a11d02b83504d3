import Diagnostics

/// What libcmark-gfm cannot be trusted with in a text, and where: it takes more than linear time on some texts,
/// and on a few it reads memory it has freed. One pass over the bytes, before they are parsed. A text that passes
/// is parsed and rendered in about two seconds at worst; what people write for readers costs far less than that,
/// though one list or table of half a megabyte without a blank line is refused.
///
/// The costs are upper bounds measured on libcmark-gfm 0.29.0.gfm.6 for texts of up to 1 MiB, which the caller
/// ensures; in longer ones the linear share of the work is no longer small.
/// - Returns: the first problem and its line, from 1: the line itself, or the one on which the run of lines starts
///   that is too much; nil for an ordinary text.
public func costlyMarkdown(_ text: UnsafeBufferPointer<UInt8>) -> (problem: MarkdownProblem, line: Int)? {
  ByteRole.table.withUnsafeBufferPointer { roles in
    var reader = CostReader(text: text, roles: roles)
    return reader.firstProblem()
  }
}

enum MarkdownNesting {
  /// Deeper quotes and lists have no reader, and each line and each blank line visits all of them.
  static let deepest = 64
}

/// Adds up what the lines of a text may cost. Nothing is parsed: lines between two blank ones are taken as one
/// block, for whatever a paragraph may be cut into costs less than the whole.
private struct CostReader {
  let text: UnsafeBufferPointer<UInt8>
  let roles: UnsafeBufferPointer<ByteRole>
  var budget = Budget()
  var run = Run(start: 0, line: 1)
  /// Containers that may be open; they outlive blank lines, for an indented line continues a list after them.
  var depth = 0
  /// In the whole text: each may look up a link definition.
  var closingBrackets = 0
  /// Bytes of the largest run that may be one link definition.
  var longestDefinition = 0
  /// An HTML block may hide where a table starts.
  var mayBeHTML = false

  init(text: UnsafeBufferPointer<UInt8>, roles: UnsafeBufferPointer<ByteRole>) {
    self.text = text
    self.roles = roles
  }

  /// Lines without a blank one among them. A line of only `>` is no blank line: a paragraph of the quote may end
  /// there, but telling needs a parser.
  struct Run {
    let start: Int
    let line: Int
    var lines = 0
    var marks = Marks()
    /// Some line starts with `[`, and some `]:` may end a link's label.
    var startsLabel = false
    var endsLabel = false
    /// Every line is a link definition on its own, so none is longer than what starts with a `[`.
    var onlyDefinitions = true
    var definitionStart: Int
    var longestDefinition = 0
    /// Columns of the widest line that may be a table's delimiter row; 0: no table.
    var columns = 0
    var squaredPipes: Cost = 0
    /// Pipes of the first line, if it is certainly a table's head once its delimiter row follows.
    var headPipes = 0
    /// All lines so far are certainly rows of a table.
    var isTable = false

    init(start: Int, line: Int) {
      self.start = start
      self.line = line
      definitionStart = start
    }
  }

  mutating func firstProblem() -> (problem: MarkdownProblem, line: Int)? {
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    run = Run(start: start, line: 1)
    var number = 1
    while true {
      let content = text.skipBlanks(from: start)
      if content >= text.count || roles[Int(text[content])] == .lineEnd {
        closeRun(at: start)
        if let sample = budget.exceededBy { return (.tooCostly(sample), run.line) }
        if content >= text.count { return nil }
        start = text.skipLineEnd(at: content)
        number += 1
        run = Run(start: start, line: number)
      } else {
        let opening = LineOpening(text, start: start)
        let nesting = opening.containers + min(depth, opening.indentation / 2)
        if nesting > MarkdownNesting.deepest { return (.tooDeep(limit: MarkdownNesting.deepest), number) }
        depth = run.lines == 0 ? nesting : max(depth, nesting)
        let line = CostlyLine(text, roles: roles, start: start, content: content)
        if let problem = line.problem { return (problem, number) }
        count(line, opening)
        start = line.end < text.count ? text.skipLineEnd(at: line.end) : text.count
        number += 1
      }
    }
  }

  private mutating func count(_ line: CostlyLine, _ opening: LineOpening) {
    countDefinition(line, opening)
    // Each line that may be a delimiter row makes the parser read the whole paragraph above it as a table's head.
    if line.mayBeDelimiterRow(text) {
      budget.tables += Cost(line.start - run.start) * (run.lines + 8) + run.squaredPipes * 5
      run.columns = max(run.columns, line.pipes + 1)
    }
    run.squaredPipes += Cost(line.pipes) * line.pipes
    run.marks += line.marks
    closingBrackets += line.marks.closingBrackets
    budget.addresses += line.addressCost
    // After each @ the parser goes over the rest of the text again, at most a thousand times.
    if line.marks.ats > 0 { budget.emails += Cost(min(line.marks.ats, 1000)) * 8 * (line.end - line.start) }
    if opening.text < text.count, text[opening.text] == UInt8(ascii: "<") { mayBeHTML = true }
    countRow(line)
    run.lines += 1
  }

  /// A definition is no longer than its line if there is one `]:` on it, and its title ends where it starts.
  private mutating func countDefinition(_ line: CostlyLine, _ opening: LineOpening) {
    if opening.mayStartLabel {
      run.startsLabel = true
      run.longestDefinition = max(run.longestDefinition, line.start - run.definitionStart)
      run.definitionStart = line.start
    }
    if line.mayEndLabel { run.endsLabel = true }
    if !opening.mayStartLabel || line.labelEnds != 1 || line.hasBackslash || line.leavesTitleOpen(text) {
      run.onlyDefinitions = false
    }
  }

  /// The cells of what is certainly a table are blocks of their own: each row is counted alone, or a long honest
  /// table would be taken for one long paragraph.
  private mutating func countRow(_ line: CostlyLine) {
    let startsWithPipe = text[line.start] == UInt8(ascii: "|")
    switch run.lines {
    case 0:
      let endsWithPipe = text[text.lastNonblank(before: line.end)] == UInt8(ascii: "|")
      run.headPipes = !mayBeHTML && !line.hasBackslash && startsWithPipe && endsWithPipe ? line.pipes : 0
    case 1:
      run.isTable = run.headPipes > 1 && line.delimiterRowPipes(text) == run.headPipes
      if run.isTable { chargeMarks(length: line.end - run.start) }
    default:
      guard run.isTable else { return }
      run.isTable = startsWithPipe && line.pipes > 1
      if run.isTable { chargeMarks(length: line.end - line.start) }
    }
  }

  private mutating func chargeMarks(length: Int) {
    budget.charge(run.marks, length: length)
    run.marks = Marks()
  }

  private mutating func closeRun(at end: Int) {
    let length = end - run.start
    chargeMarks(length: length)
    // A blank line visits every open container, and closing a list looks at its items' last lines again.
    budget.blankLines += Cost(depth) * 60
    if run.columns > 0 {
      // Cells are put into a list by walking to its end, and a row that lacks cells is given them.
      let perRow = Cost(run.columns) * run.columns * 3 + Cost(run.columns) * 3000
      budget.tables += run.squaredPipes * 10 + perRow * run.lines
    }
    if run.startsLabel && run.endsLabel {
      let longest = run.onlyDefinitions ? max(run.longestDefinition, end - run.definitionStart) : length
      longestDefinition = max(longestDefinition, longest)
    }
    // Each use of a definition copies its address and title into the HTML.
    budget.references = Cost(longestDefinition) * 12 * closingBrackets
  }
}
