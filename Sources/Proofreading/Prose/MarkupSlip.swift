/// Markdown that was meant and is none: the reader sees its characters.
struct MarkupSlip {
  enum Kind: Equatable {
    /// `[x](khoa man hinh.md)`, `![x](cay da.jpg)`
    case blankInLink, blankInPicture
    /// `** đậm **`
    case looseEmphasis
    /// `**Lưu ý:**không`
    case tightEmphasis
    /// `**đậm`
    case unclosedEmphasis
    /// `[chữ] (https://…)`
    case linkApart
    /// `(chữ)[https://…]`
    case linkReversed
    /// `! [mô tả](cay.jpg)`
    case pictureApart
    /// `[chữ](a.md “Tiêu đề”)`
    case curlyTitle
    /// `[^2]` without a line `[^2]: …`
    case footnoteWithoutText
    /// `- [] việc`, `- [x]việc`
    case taskBox
    /// `{{< figure >}}`, `{% include %}`
    case shortcode
    /// `> [CẢNH BÁO]`
    case alertWithoutMark
    /// `[!CẢNH BÁO]` that no `>` stands before.
    case alertOutsideQuote
  }

  let kind: Kind
  /// Within one line of the text; of an address with blanks, the address.
  let range: Range<Int>
  /// What to write in place of which bytes; empty where only a person can tell.
  let edits: [(range: Range<Int>, text: [UInt8])]

  init(_ kind: Kind, at range: Range<Int>, edits: [(range: Range<Int>, text: [UInt8])] = []) {
    self.kind = kind
    self.range = range
    self.edits = edits
  }
}

/// All there are in the body of a Markdown text, in no order.
func markupSlips(in prose: Prose) -> [MarkupSlip] {
  var slips: [MarkupSlip] = []
  let marks = AlertMarks(prose)
  for passage in prose.passages {
    slips += emphasisSlips(in: passage, of: prose)
    slips += linkSlips(in: passage, of: prose, labels: marks.labels)
    slips += footnoteSlips(in: passage, of: prose, labels: marks.labels)
  }
  return slips + shortcodes(in: prose) + marks.slips() + taskSlips(in: prose)
}

extension Prose {
  /// Pieces of the body within which a mark must be closed: paragraphs, headings and the cells of tables, each as the
  /// text of its lines.
  var passages: [[Range<Int>]] {
    var passages: [[Range<Int>]] = []
    for line in lines[bodyLine...] where line.holdsProse {
      if line.kind == .tableRow {
        passages += cells(of: line.text).map { [$0] }
      } else if !line.begins, let last = passages.indices.last {
        passages[last].append(line.text)
      } else {
        passages.append([line.text])
      }
    }
    return passages
  }

  private func cells(of row: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    forEachOpenByte(in: row) { index in
      guard bytes[index] == UInt8(ascii: "|") else { return }
      cells.append(start..<index)
      start = index + 1
    }
    return cells + [start..<row.upperBound]
  }

  /// Calls `visit` with the offsets of a range whose bytes are neither code nor escaped, nor a tag.
  func forEachOpenByte(in range: Range<Int>, _ visit: (Int) -> Void) {
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 2
      case Paint.code, Paint.mark: index += 1
      default:
        visit(index)
        index += 1
      }
    }
  }
}
