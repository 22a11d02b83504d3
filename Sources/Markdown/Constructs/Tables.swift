import CMarkGFM

extension Transformation {
  /// A table in a box that scrolls on a narrow screen and can be reached by keyboard; no landmark, since a page may have
  /// many. Alignment is a class:
  /// the `align` attribute that libcmark-gfm prints is no longer HTML, and a style attribute would need a laxer CSP.
  func transformTable(_ table: Node) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(table.pointer))
    let alignments = cmark_gfm_extensions_get_table_alignments(table.pointer)
    let hasBody = table.firstChild?.next != nil
    var open = [UInt8](markup: "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
    open.append(labels.table)
    open.append("\"><table>")
    let replacement = Node.custom(
      block: true, enter: open, exit: hasBody ? "</tbody></table></div>" : "</table></div>")
    table.become(replacement)
    var row = replacement.firstChild
    var number = 0
    while let current = row {
      row = current.next
      let isHeader = number == 0
      // Before its cells: libcmark-gfm lets a row of its own hold nothing else than its cells.
      let line = Node.custom(
        block: true, enter: isHeader ? "<thead><tr>" : number == 1 ? "<tbody><tr>" : "<tr>",
        exit: isHeader ? "</tr></thead>" : "</tr>")
      current.become(line)
      var cell = line.firstChild
      var column = 0
      while let current = cell {
        cell = current.next
        let alignment = column < columns ? alignments?[column] : nil
        current.become(isHeader ? Self.headerCell(alignment) : Self.cell(alignment))
        column += 1
      }
      number += 1
    }
  }

  private static func headerCell(_ alignment: UInt8?) -> Node {
    let open: StaticString =
      switch alignment {
      case UInt8(ascii: "l"): "<th scope=\"col\" class=\"align-left\">"
      case UInt8(ascii: "c"): "<th scope=\"col\" class=\"align-center\">"
      case UInt8(ascii: "r"): "<th scope=\"col\" class=\"align-right\">"
      default: "<th scope=\"col\">"
      }
    return .custom(block: true, enter: open, exit: "</th>")
  }

  private static func cell(_ alignment: UInt8?) -> Node {
    let open: StaticString =
      switch alignment {
      case UInt8(ascii: "l"): "<td class=\"align-left\">"
      case UInt8(ascii: "c"): "<td class=\"align-center\">"
      case UInt8(ascii: "r"): "<td class=\"align-right\">"
      default: "<td>"
      }
    return .custom(block: true, enter: open, exit: "</td>")
  }
}
