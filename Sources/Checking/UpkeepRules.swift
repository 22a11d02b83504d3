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

  // MARK: What the archetype says to take away

  private static let checklistEnds = ["rồi xóa cả đề mục này", "rồi xoá cả đề mục này"].map { Array($0.utf8) }

  mutating func checkChecklist() {
    guard page.state != .draft else { return }
    let body = source.parts.body
    let offsets = Self.checklistEnds.compactMap { source.text.offset(of: $0, in: body) }
    guard let offset = offsets.min() else { return }
    let line =
      source.parts.bodyLine + source.text[body.lowerBound..<offset].count { $0 == UInt8(ascii: "\n") }
    find(UpkeepProblem.checklistLeft, at: .position(line: line - 1, column: 0, length: 1))
  }

  // MARK: Values a unit must supply

  mutating func checkPlaceholders() {
    for placeholder in page.placeholders {
      find(UpkeepProblem.toFillIn(placeholder.text), at: placeholder.place)
    }
  }
}
