import CMarkGFM

extension Transformation {
  /// A table in a region that scrolls on a narrow screen and can be reached by keyboard. Alignment is a class:
  /// the `align` attribute that libcmark-gfm prints is no longer HTML, and a style attribute would need a laxer CSP.
  func transformTable(_ table: Node) {
    let columns = Int(cmark_gfm_extensions_get_table_columns(table.pointer))
    let alignments = cmark_gfm_extensions_get_table_alignments(table.pointer)
    let classes = (0..<columns).map { column in
      switch alignments?[column] {
      case UInt8(ascii: "l"): " class=\"align-left\""
      case UInt8(ascii: "c"): " class=\"align-center\""
      case UInt8(ascii: "r"): " class=\"align-right\""
      default: ""
      }
    }
    let rows = Array(
      sequence(first: table.firstChild, next: { $0?.next }).prefix { $0 != nil }.compactMap { $0 })
    let replacement = Node.custom(
      block: true,
      enter:
        "<div class=\"table-scroll\" role=\"region\" tabindex=\"0\" aria-label=\"\(labels.table)\"><table>",
      exit: rows.count > 1 ? "</tbody></table></div>" : "</table></div>")
    table.become(replacement)
    for (index, row) in rows.enumerated() {
      let isHeader = index == 0
      // Before its cells: libcmark-gfm lets a row of its own hold nothing else than its cells.
      let line = Node.custom(
        block: true, enter: isHeader ? "<thead><tr>" : index == 1 ? "<tbody><tr>" : "<tr>",
        exit: isHeader ? "</tr></thead>" : "</tr>")
      row.become(line)
      var cell = line.firstChild
      var column = 0
      while let current = cell {
        cell = current.next
        let name = isHeader ? "th scope=\"col\"" : "td"
        current.become(
          .custom(block: true, enter: "<\(name)\(classes[column])>", exit: isHeader ? "</th>" : "</td>"))
        column += 1
      }
    }
  }
}
