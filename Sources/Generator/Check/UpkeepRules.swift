import Diagnostics

/// What time has done to the page.
extension PageCheck {
  mutating func checkDates() {
    checkOpening()
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

  /// Further ahead than this a date is rather a slip of the year. A draft is told of it once it is none.
  private static let farDays = 300

  private mutating func checkOpening() {
    guard case .future(let opening) = page.state else { return }
    let key = page.date == opening ? "date" : "publish_on"
    let days = opening.days(since: today)
    find(
      days > Self.farDays
        ? UpkeepProblem.farAhead(opening.iso, key: key, days: days)
        : UpkeepProblem.notYet(opening.iso, days: days),
      at: place(ofField: key))
  }

  // MARK: Values a unit must supply

  mutating func checkPlaceholders() {
    // Hardly any page has one, and front matter is many small texts.
    guard page.placeholder != nil else { return }
    for field in fields.entries.texts {
      guard let start = field.text.firstRange(of: Placeholder.mark)?.lowerBound,
        let missing = Placeholder.missing(field.text[start...])
      else { continue }
      find(UpkeepProblem.toFillIn(missing), at: fields.place(of: field.value))
    }
    var offset = source.parts.body.lowerBound
    var line = source.parts.bodyLine
    while let next = Placeholder.next(in: source.text, from: offset) {
      line += source.text[offset..<next.offset].count { $0 == UInt8(ascii: "\n") }
      offset = next.offset + 1
      find(UpkeepProblem.toFillIn(next.text), at: place(of: Placeholder.mark, line: line))
    }
  }
}
