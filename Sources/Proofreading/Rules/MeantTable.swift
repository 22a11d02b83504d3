import Files

/// Lines that were meant as a table and are none, or of which a table shows only a part.
struct MeantTable {
  enum Kind: Equatable { case noRule, otherColumns, tabs, cellsLost }

  let kind: Kind
  /// What to point at.
  let place: Range<Int>
  /// The line with the names of the columns.
  let head: Int
  let columns: Int
  var dashes = 0
}

/// The tables of a text that will not be what was meant, in their order.
func meantTables(in prose: Prose) -> [MeantTable] {
  var reader = MeantTableReader(prose)
  reader.read()
  return reader.found
}

private struct MeantTableReader {
  private(set) var found: [MeantTable] = []
  private let prose: Prose
  private var lines: [Prose.Line] { prose.lines }

  init(_ prose: Prose) { self.prose = prose }

  mutating func read() {
    var index = prose.bodyLine
    while index < lines.count {
      switch lines[index].kind {
      case .tableRow: index = readRows(from: index)
      case .paragraph: index = readParagraph(from: index)
      default: index += 1
      }
    }
  }

  /// - Returns: the line after the rows.
  private mutating func readRows(from head: Int) -> Int {
    let names = prose.cells(of: lines[head])
    let isTable = head + 1 < lines.count && prose.isDashes(lines[head + 1])
    var end = isTable ? head + 2 : head + 1
    while end < lines.count, lines[end].kind == .tableRow,
      end + 1 == lines.count || !prose.isDashes(lines[end + 1])
    {
      end += 1
    }
    guard isTable else {
      let isEven = lines[head..<end].allSatisfy { prose.cells(of: $0).count == names.count }
      if end - head > 1, names.count > 1, isEven {
        found.append(MeantTable(kind: .noRule, place: names[0], head: head, columns: names.count))
      }
      return end
    }
    let dashes = prose.cells(of: lines[head + 1])
    guard dashes.count == names.count else {
      found.append(
        MeantTable(
          kind: .otherColumns, place: lines[head + 1].range, head: head, columns: names.count,
          dashes: dashes.count))
      return end
    }
    for row in head + 2..<end {
      let cells = prose.cells(of: lines[row])
      guard cells.count > names.count else { continue }
      let lost = cells[names.count].lowerBound..<cells[cells.count - 1].upperBound
      let isEmpty = prose.text[lost].allSatisfy { $0.isBlank || $0 == UInt8(ascii: "|") }
      guard !isEmpty else { continue }
      found.append(MeantTable(kind: .cellsLost, place: lost, head: head, columns: names.count))
    }
    return end
  }

  /// - Returns: the line after those looked at.
  private mutating func readParagraph(from first: Int) -> Int {
    var end = first + 1
    while end < lines.count, lines[end].kind == .paragraph, !lines[end].begins { end += 1 }
    if isItem(first) { return end }
    readTabs(first..<end)
    let columns = prose.cells(of: lines[first]).count
    // One | on two lines may be a sign of many meanings.
    guard columns > 2 && end - first > 1 || columns == 2 && end - first > 2 else { return end }
    let isTable = lines[first..<end].allSatisfy { line in
      prose.cells(of: line).count == columns && prose.isRow(line)
    }
    if isTable {
      let place = prose.trimmedText(of: first)
      found.append(MeantTable(kind: .noRule, place: place, head: first, columns: columns))
    }
    return end
  }

  private func isItem(_ line: Int) -> Bool {
    switch prose.mark(of: lines[line])?.kind {
    case .item, .orderedItem: true
    default: false
    }
  }

  private mutating func readTabs(_ range: Range<Int>) {
    var tabs: [Range<Int>] = []
    for index in range {
      guard let place = prose.innerTab(of: lines[index], index) else {
        if tabs.count > 1 { break }
        tabs = []
        continue
      }
      tabs.append(place)
      if tabs.count == 2 {
        let columns = prose.tabCells(of: index - 1).count
        found.append(MeantTable(kind: .tabs, place: tabs[0], head: index - 1, columns: columns))
      }
    }
  }
}

extension Prose {
  /// What to write below the names of a table that lacks its row of dashes; nil where there is something like one.
  func missingRow(of table: MeantTable) -> (offset: Int, line: [UInt8])? {
    let head = lines[table.head]
    let opening = text[head.range.lowerBound..<head.start]
    guard table.kind == .noRule, opening.allSatisfy({ $0.isBlank || $0 == UInt8(ascii: ">") }),
      table.head + 1 < lines.count
    else { return nil }
    let next = lines[table.head + 1]
    let holdsWords = cells(of: next).contains { cell in
      string(cell).unicodeScalars.contains { $0.isLetter || $0.isDigit }
    }
    guard holdsWords else { return nil }
    return (next.range.lowerBound, opening + Array(rowOfDashes(table.columns).utf8))
  }

  /// Whether the line is a table's row of dashes.
  fileprivate func isDashes(_ line: Line) -> Bool {
    line.kind == .rule && text[line.range].contains(UInt8(ascii: "|"))
  }

  /// The cells of a row, as a table takes them: a | in code parts them too, one after a backslash does not.
  fileprivate func cells(of line: Line) -> [Range<Int>] {
    // The rule's text was painted and has no beginning.
    var start = line.kind == .rule ? line.range.lowerBound : line.start
    var end = line.range.upperBound
    while start < end, text[start].isBlank || line.kind == .rule && text[start] == UInt8(ascii: ">") {
      start += 1
    }
    while end > start, text[end - 1].isBlank { end -= 1 }
    if start < end, text[start] == UInt8(ascii: "|") { start += 1 }
    var cells: [Range<Int>] = []
    for index in start..<end where text[index] == UInt8(ascii: "|") && text[index - 1] != UInt8(ascii: "\\") {
      cells.append(text[start..<index].trimmedBlanks.indices)
      start = index + 1
    }
    if start < end { cells.append(text[start..<end].trimmedBlanks.indices) }
    return cells
  }

  /// Whether each | of a line without one at its start has room around it; links in a row are a menu.
  fileprivate func isRow(_ line: Line) -> Bool {
    if text[line.text].suffix(2).elementsEqual("  ".utf8) { return false }
    var previous: UInt8 = 0
    for index in line.text {
      let byte = bytes[index]
      if byte == Paint.path || byte == Paint.address || byte == Paint.code { return false }
      if byte == UInt8(ascii: "|"), !previous.isBlank { return false }
      if previous == UInt8(ascii: "|"), !byte.isBlank { return false }
      previous = byte
    }
    return true
  }

  /// The first tab between words, not the one after the mark of a list.
  fileprivate func innerTab(of line: Line, _ index: Int) -> Range<Int>? {
    let range = trimmedText(of: index)
    let start = mark(of: line)?.words ?? range.lowerBound
    guard start < range.upperBound,
      let tab = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\t"))
    else { return nil }
    return tab..<tab + 1
  }

  func tabCells(of line: Int) -> [Range<Int>] {
    bytes[trimmedText(of: line)].split(separator: UInt8(ascii: "\t")).map(\.indices)
  }
}
