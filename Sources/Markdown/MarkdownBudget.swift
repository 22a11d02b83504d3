/// A number of elementary steps. Stays at the largest `Int` rather than overflow.
struct Cost: Comparable, ExpressibleByIntegerLiteral {
  var steps: Int

  @inline(__always) init(_ steps: Int) { self.steps = steps }
  @inline(__always) init(integerLiteral steps: Int) { self.steps = steps }

  @inline(__always) static func + (left: Cost, right: Cost) -> Cost {
    let (sum, overflow) = left.steps.addingReportingOverflow(right.steps)
    return Cost(overflow ? .max : sum)
  }

  @inline(__always) static func * (left: Cost, right: Int) -> Cost {
    let (product, overflow) = left.steps.multipliedReportingOverflow(by: right)
    return Cost(overflow ? .max : product)
  }

  @inline(__always) static func += (left: inout Cost, right: Cost) { left = left + right }
  @inline(__always) static func < (left: Cost, right: Cost) -> Bool { left.steps < right.steps }

  var half: Cost { Cost(steps / 2) }
}

/// How many of the signs that make libcmark-gfm search backwards stand in a block.
struct Marks {
  /// `*` and `_`.
  var emphasis = 0
  var tildes = 0
  var closingBrackets = 0
  /// `![`.
  var images = 0
  /// `<?`, and `<!` that starts no comment.
  var declarations = 0
  var ats = 0

  @inline(__always) static func += (left: inout Marks, right: Marks) {
    left.emphasis &+= right.emphasis
    left.tildes &+= right.tildes
    left.closingBrackets &+= right.closingBrackets
    left.images &+= right.images
    left.declarations &+= right.declarations
    left.ats &+= right.ats
  }
}

/// What a text may cost, by what causes it. The factors were measured, one family of texts at a time.
struct Budget {
  var emphasis: Cost = 0
  var tildes: Cost = 0
  var brackets: Cost = 0
  var images: Cost = 0
  var declarations: Cost = 0
  var emails: Cost = 0
  var addresses: Cost = 0
  var tables: Cost = 0
  var references: Cost = 0
  var blankLines: Cost = 0

  /// At most about 1.5 seconds on the machine it was measured on.
  static let limit: Cost = 1_500_000_000

  /// What the inline text of one block may cost.
  /// - Parameter length: bytes of the block.
  mutating func charge(_ marks: Marks, length: Int) {
    // A closing mark looks back over the open ones that do not match it.
    emphasis += (Cost(marks.emphasis) * marks.emphasis).half
    // A ~~ that matches nothing is not remembered as such: the next one looks at all of them again.
    tildes += Cost(marks.tildes) * 6 * (marks.tildes &+ marks.emphasis)
    // Each link or footnote's ] goes over all emphasis still open.
    brackets += Cost(marks.emphasis &+ marks.tildes) * 16 * marks.closingBrackets
    // Each link's ] goes over all pictures still open.
    images += Cost(marks.images) * 20 * marks.closingBrackets
    // The search for the end of <? and <! goes to the end of the block, each time.
    declarations += Cost(marks.declarations) * 2 * length
    // Each address cuts the text in which it stands, among all that is left of unmatched marks.
    emails += Cost(marks.ats) * 10 * (marks.emphasis &+ marks.tildes &+ marks.images)
  }

  /// The signs that cost most, for the author to look for; nil while the text is affordable.
  var exceededBy: String? {
    let inlines = emphasis + tildes + brackets + images + declarations + emails + addresses
    guard inlines + tables + references + blankLines > Self.limit else { return nil }
    let causes: [(cost: Cost, sample: String)] = [
      (emphasis, "*, _"), (tildes, "~"), (brackets, "[ ] * _"), (images, "!["), (declarations, "<?, <!"),
      (emails, "@"), (addresses, "www., ://"), (tables, "|"), (references, "[...]:"), (blankLines, "-"),
    ]
    return causes.max { $0.cost < $1.cost }?.sample
  }
}
