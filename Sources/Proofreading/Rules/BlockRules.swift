import Diagnostics
import Files

/// Lines that were meant as headings, lists, tables or prose, and that Markdown takes for something else.
func blockSlips(in prose: Prose, at path: String) -> [Diagnostic] {
  lineSlips(in: prose, at: path) + boldLines(in: prose, at: path) + tableSlips(in: prose, at: path)
    + indentation(in: prose, at: path)
}

private func lineSlips(in prose: Prose, at path: String) -> [Diagnostic] {
  let lines = meantLines(in: prose)
  var findings = Findings<MeantLine.Kind>()
  for line in lines { findings.add(line.kind, at: line.mark.range) }
  return findings.places.compactMap { kind, first, more in
    guard let line = lines.first(where: { $0.kind == kind }) else { return nil }
    let mark = prose.string(first)
    let words = prose.firstWords(from: line.mark.words)
    let problem: BlockProblem =
      switch kind {
      case .heading: .heading(.noSpace(marks: mark, words: words), more: more)
      case .noSpace: .list(.noSpace(mark: mark, words: words), more: more)
      case .wrongMark: .list(.wrongMark(mark, words: words), more: more)
      case .lateNumber: .list(.lateNumber(mark), more: more)
      case .runTogether: .list(.runTogether(prose.string(line.above), mark), more: more)
      }
    return Diagnostic(found: problem, in: path, at: .bytes(first))
  }
}

private func boldLines(in prose: Prose, at path: String) -> [Diagnostic] {
  let headings = boldHeadings(in: prose)
  guard let first = headings.first else { return [] }
  let problem = BlockProblem.heading(.bold(words: prose.string(first)), more: headings.count - 1)
  return [Diagnostic(found: problem, in: path, at: .bytes(first))]
}

private func tableSlips(in prose: Prose, at path: String) -> [Diagnostic] {
  let tables = meantTables(in: prose)
  var findings = Findings<MeantTable.Kind>()
  var problems: [Diagnostic] = []
  for table in tables {
    guard table.kind == .cellsLost else {
      findings.add(table.kind, at: table.place)
      continue
    }
    // Each takes other words away.
    let problem = BlockProblem.cellsLost(prose.string(table.place), columns: table.columns)
    problems.append(Diagnostic(found: problem, in: path, at: .bytes(table.place)))
  }
  for (kind, first, more) in findings.places {
    guard let table = tables.first(where: { $0.kind == kind }) else { continue }
    let rule = rowOfDashes(table.columns)
    let slip: TableSlip =
      switch kind {
      case .noRule, .cellsLost: .noRule(rule: rule)
      case .otherColumns: .otherColumns(names: table.columns, dashes: table.dashes, rule: rule)
      case .tabs: .tabs(row: prose.row(table.head), rule: rule)
      }
    problems.append(Diagnostic(found: BlockProblem.table(slip, more: more), in: path, at: .bytes(first)))
  }
  return problems
}

/// `|---|---|`
func rowOfDashes(_ columns: Int) -> String { String(repeating: "|---", count: columns) + "|" }

private func indentation(in prose: Prose, at path: String) -> [Diagnostic] {
  var findings = Findings<Bool>()
  for place in indentedProse(in: prose) { findings.add(true, at: place) }
  return findings.places.map { _, first, more in
    let problem = BlockProblem.indented(words: prose.firstWords(from: first.upperBound), more: more)
    return Diagnostic(found: problem, in: path, at: .bytes(first))
  }
}

extension Prose {
  /// The beginning of the text at an offset, to its line's end at most.
  fileprivate func firstWords(from start: Int) -> String {
    var sample = ""
    let line = text[start..<min(text.lineEnd(from: start, limit: text.count).end, start + 400)]
    for word in line.split(whereSeparator: \.isBlank).map({ String(decoding: $0, as: UTF8.self) }) {
      if !sample.isEmpty, sample.count + word.count > 40 { return sample + " …" }
      sample += (sample.isEmpty ? "" : " ") + word.prefix(40)
    }
    return sample
  }

  /// A line of cells with tabs between them, as a row in Markdown; of many cells the first.
  fileprivate func row(_ line: Int) -> String {
    let cells = tabCells(of: line)
    let texts = cells.prefix(4).map { string($0).prefix(24) }
    return "| " + texts.joined(separator: " | ") + (cells.count > 4 ? " | …" : " |")
  }
}
