import Diagnostics

extension Parser {
  mutating func close(_ label: String, _ tag: Scanner.Tag) {
    guard let top = open.last else {
      report(.unopenedClose(label), at: tag.range)
      return skip(tag, alone(tag.range))
    }
    if top.label != label {
      report(.mismatchedClose(expected: top.label, found: label), at: tag.range)
      // Bounded, so that a file of nothing but wrong tags is still read in one pass.
      if let depth = open.suffix(64).lastIndex(where: { $0.label == label }) {
        text(to: tag.range.lowerBound)
        while open.count > depth + 1 { end(open[open.count - 1]) }
      } else if nearest(to: label, among: CollectionOfOne(top.label)) == nil {
        return skip(tag, alone(tag.range))
      }
    }
    let closed = open[open.count - 1]
    switch syntax.nodes[closed.node].kind {
    case .parent(let target, _): closeParent(target, closed, tag)
    case .block(let block): closeBlock(block, closed, tag)
    default:
      skip(tag, alone(tag.range))
      end(closed)
    }
  }

  mutating func closeParent(_ target: Target, _ opened: Open, _ tag: Scanner.Tag) {
    text(to: tag.range.lowerBound)
    end(opened)
    cursor = tag.range.upperBound
    lineStart = false
    guard let indentation = opened.indentation, let next = scanner.lineEnd(after: cursor) else { return }
    syntax.nodes[opened.node].kind = .parent(target, indentation: indentation)
    syntax.nodes[opened.node].startsLine = false
    // The white space before it became text when it was opened.
    if opened.node > 0, syntax.nodes[opened.node - 1].range.upperBound == indentation.upperBound,
      case .text = syntax.nodes[opened.node - 1].kind
    {
      let lower = syntax.nodes[opened.node - 1].range.lowerBound
      syntax.nodes[opened.node - 1].range = lower..<max(lower, indentation.lowerBound)
    }
    cursor = next
    lineStart = true
  }

  mutating func closeBlock(_ block: Block, _ opened: Open, _ tag: Scanner.Tag) {
    var block = block
    let indentation = scanner.indentation(before: tag.range.lowerBound)
    let next = scanner.lineEnd(after: tag.range.upperBound)
    let isReplacement = open.count > 1 && isParent(open[open.count - 2])
    let ownLine = indentation != nil && (next != nil || isReplacement)
    let content = cursorAfterOpening(opened, block)..<tag.range.lowerBound
    text(to: ownLine ? indentation!.lowerBound : tag.range.lowerBound)
    block.endsLine = ownLine
    if !block.opensInline {
      let found = scanner.firstIndentation(in: content)
      block.ownIndentation = found ?? 0..<0
      if let found, block.indentation != nil { block.indentation = found }
    }
    cursor = tag.range.upperBound
    lineStart = false
    if let next, !isReplacement, ownLine || block.indentation != nil {
      block.tail = cursor..<next
      cursor = next
      lineStart = true
    }
    syntax.nodes[opened.node].kind = .block(block)
    end(opened)
  }

  private func cursorAfterOpening(_ opened: Open, _ block: Block) -> Int {
    let tagEnd = syntax.nodes[opened.node].range.upperBound
    return block.opensInline ? tagEnd : scanner.lineEnd(after: tagEnd) ?? tagEnd
  }

  mutating func end(_ opened: Open) {
    open.removeLast()
    syntax.nodes[opened.node].end = syntax.nodes.count
    if syntax.nodes[opened.node].usesDot, let outer = open.last { syntax.nodes[outer.node].usesDot = true }
  }
}
