/// A telephone number of Vietnam, however it is written: `024 3733 1234`, `+84 24.3733.1234`, `111`.
package struct PhoneNumber: Equatable {
  /// Without the country's code, and without zeros in front.
  private let core: Substring

  /// - Parameter text: nothing but the number; what follows a `;` or `,`, as an extension does, is left out.
  package init?(_ text: some StringProtocol) {
    let text = text.prefix { $0 != ";" && $0 != "," }
    var digits = String(text.filter { $0.isASCII && $0.isNumber })[...]
    guard !digits.isEmpty, text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "+" || Self.parts($0) })
    else {
      return nil
    }
    let isWorldWide = text.contains("+") || digits.hasPrefix("0084")
    digits = digits.drop { $0 == "0" }
    if isWorldWide, digits.hasPrefix("84") { digits = digits.dropFirst(2).drop { $0 == "0" } }
    core = digits
  }

  /// Whether the other one is this one, or this one without the code of its province.
  package func isDialled(by other: PhoneNumber) -> Bool {
    core == other.core || (core.utf8.count >= Self.shortestLocal && other.core.hasSuffix(core))
  }

  private static let shortestLocal = 7

  private static func parts(_ character: Character) -> Bool { " \u{A0}.-()".contains(character) }

  // MARK: In a text

  /// What the digits of a text can be read as: `113`, `0912 345 678`, and each part of the latter.
  package static func readings(of text: String) -> [PhoneNumber] {
    runs(in: text).flatMap { groups in stretches(of: groups).compactMap { PhoneNumber($0.joined()) } }
  }

  /// Whether the text of a link to call by names a number.
  package static func isNamed(in text: String) -> Bool {
    if let whole = PhoneNumber(text), whole.core.utf8.count >= 3 { return true }
    return isSure(in: text)
  }

  /// Whether a text names a number to call, rather than a year, an age or the number of a paper.
  package static func isSure(in text: String) -> Bool {
    runs(in: text).contains { stretches(of: $0).contains(where: isNumber) }
  }

  private static func isNumber(_ groups: ArraySlice<String>) -> Bool {
    let digits = groups.joined()
    let first = groups.first ?? ""
    return switch digits.utf8.count {
    case 3: digits.hasPrefix("11")
    case 4: digits == "1022" || digits == "1080"
    // Dates begin with no more than two digits.
    case 7...8 where first.utf8.count >= 3 && !first.hasPrefix("0") && !first.hasPrefix("1"): true
    case 8...10 where digits.hasPrefix("1800") || digits.hasPrefix("1900"): true
    case 10...11 where digits.hasPrefix("0"): true
    default: first.hasPrefix("+84") && digits.utf8.count >= 11
    }
  }

  /// Groups of digits with no more between them than a number has.
  private static func runs(in text: String) -> [[String]] {
    var runs: [[String]] = []
    var group = ""
    var gap = " / "
    for character in text + "/" {
      if character.isASCII && character.isNumber || character == "+" {
        group.append(character)
        continue
      }
      if !group.isEmpty {
        let joins = gap.allSatisfy(parts) && gap.count { $0 != "(" && $0 != ")" } <= 1
        if joins, let last = runs.indices.last { runs[last].append(group) } else { runs.append([group]) }
        (group, gap) = ("", "")
      }
      gap.append(character)
    }
    return runs
  }

  /// No number is written in more groups.
  private static let mostGroups = 6

  private static func stretches(of groups: [String]) -> [ArraySlice<String>] {
    groups.indices.flatMap { start in
      (start..<min(groups.count, start + mostGroups)).map { groups[start...$0] }
    }
  }
}
