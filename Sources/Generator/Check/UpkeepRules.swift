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
    for field in fields.entries.texts where field.text.contains(String.placeholder) {
      find(UpkeepProblem.toFillIn(field.text), at: fields.place(of: field.value))
    }
    let mark = Array(String.placeholder.utf8)
    var offset = source.parts.body.lowerBound
    var line = source.parts.bodyLine
    while let start = source.text.offset(of: mark, in: offset..<source.text.count) {
      line += source.text[offset..<start].count { $0 == newline }
      // To the end of the line, or of the table's cell.
      let value = source.text[start...].prefix { $0 != newline && $0 != UInt8(ascii: "|") }
      var text = String(decoding: value, as: UTF8.self)
      while text.last?.isWhitespace == true { text.removeLast() }
      find(UpkeepProblem.toFillIn(text), at: place(of: String.placeholder, line: line))
      offset = start + mark.count
    }
  }
}

private let newline = UInt8(ascii: "\n")
