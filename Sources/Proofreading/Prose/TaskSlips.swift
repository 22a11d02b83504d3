/// Boxes of check lists that are none, for want of a blank in them or behind them.
func taskSlips(in prose: Prose) -> [MarkupSlip] {
  let text = prose.text
  return prose.lines[prose.bodyLine...].compactMap { line in
    guard line.kind == .paragraph, line.start < line.range.upperBound, text[line.start] == UInt8(ascii: "["),
      let kind = prose.mark(of: line)?.kind
    else { return nil }
    switch kind {
    case .item, .orderedItem: break
    default: return nil
    }
    let rest = text[line.text]
    if rest.starts(with: "[] ".utf8) {
      let inside = line.start + 1..<line.start + 1
      return MarkupSlip(.taskBox, at: line.start..<line.start + 2, edits: [(inside, Array(" ".utf8))])
    }
    let end = line.start + 3
    guard ["[ ]", "[x]", "[X]"].contains(where: { rest.starts(with: $0.utf8) }), end < line.range.upperBound,
      let next = prose.character(at: end), next.isLetter || next == "“" || next == "*"
    else { return nil }
    return MarkupSlip(.taskBox, at: line.start..<end, edits: [(end..<end, Array(" ".utf8))])
  }
}
