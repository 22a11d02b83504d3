extension Int {
  /// “1 page”, “2 pages”: a number with an English noun whose plural ends in s.
  package func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
