import Diagnostics

/// What time has done to the page.
extension PageCheck {
  mutating func checkDates() {
    if let review = page.provenance?.reviewBy, review < today {
      find(UpkeepProblem.reviewDue(review.iso), at: place(ofField: "review_by"))
    }
    if let expires = page.provenance?.expires, page.isPublished {
      let days = expires.days(since: today)
      if days <= Self.noticeDays {
        find(UpkeepProblem.expiresSoon(expires.iso, days: days), at: place(ofField: "expires"))
      }
    }
  }

  private static let noticeDays = 14

  // MARK: Values a unit must supply

  mutating func checkPlaceholders() {
    let mark = Array(String.placeholder.utf8)
    // Hardly any page has one, and front matter is many small texts.
    let hasAny = source.text.offset(of: mark, in: source.parts.yaml) != nil
    for field in hasAny ? fields.entries.texts : [] {
      guard let start = field.text.firstRange(of: String.placeholder)?.lowerBound,
        let missing = Self.missing(field.text[start...])
      else { continue }
      find(UpkeepProblem.toFillIn(missing), at: fields.place(of: field.value))
    }
    var offset = source.parts.body.lowerBound
    var line = source.parts.bodyLine
    while let start = source.text.offset(of: mark, in: offset..<source.text.count) {
      line += source.text[offset..<start].count { $0 == UInt8(ascii: "\n") }
      offset = start + mark.count
      let rest = source.text[start...].prefix(Self.longestMissing).prefix { $0 != UInt8(ascii: "\n") }
      // Asked for either way, since the next is looked for behind this one.
      let place = place(of: String.placeholder, line: line)
      guard let missing = Self.missing(Substring(decoding: rest, as: UTF8.self)) else { continue }
      find(UpkeepProblem.toFillIn(missing), at: place)
    }
  }

  /// In bytes; what a unit has to supply takes a few words.
  private static let longestMissing = 400

  /// What is missing, from the mark to the end of the sentence, the cell or the mark-up around.
  ///
  /// - Returns: nil where a text only speaks of the mark.
  private static func missing(_ text: Substring) -> String? {
    let rest = text.dropFirst(String.placeholder.count)
    let next = rest.first { !$0.isWhitespace }
    guard next == nil || next.map("–—-:|".contains) == true else { return nil }
    var end = rest.startIndex
    while end < rest.endIndex {
      let left = rest[end...]
      if "|`*".contains(left.first ?? " ") || left.hasPrefix(". ") || left.hasPrefix(String.placeholder) {
        break
      }
      if left.first == ")", !rest[..<end].contains("(") { break }
      end = rest.index(after: end)
    }
    var missing = text[..<end]
    while let last = missing.last, last.isWhitespace || ".,;:\u{FFFD}".contains(last) { missing.removeLast() }
    return String(missing)
  }
}
