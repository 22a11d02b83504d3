import Diagnostics

/// How the cache writes an answer: a word, and what belongs to it.
extension LinkAnswer {
  /// nil when this is no answer to keep.
  var record: String? {
    switch self {
    case .found(let status, nil): "found \(status)"
    case .found(let status, let target?): "found \(status) \(target)"
    case .refused(let status): "refused \(status)"
    case .unreachable(.insecure(let words)): "insecure \(words)"
    case .unreachable(.other(let words)): "failed \(words)"
    case .unreachable(let failure): Self.names[failure].map { "unreachable \($0)" }
    case .busy, .skipped: nil
    }
  }

  /// - Returns: nil when no answer is written so.
  init?(record: Substring) {
    let words = record.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return nil }
    switch words[0] {
    case "found":
      let parts = words[1].split(separator: " ")
      guard let status = Int(parts[0]), (100..<400).contains(status), parts.count <= 2 else { return nil }
      // What stands in the file may have been put there by someone else, and is shown to editors.
      let target = parts.count == 2 ? WebAddress(String(parts[1])) : nil
      guard parts.count == 1 || target != nil else { return nil }
      self = .found(status: status, movedTo: target?.text)
    case "refused":
      guard let status = Int(words[1]), status >= 400 else { return nil }
      self = .refused(status: status)
    case "insecure": self = .unreachable(.insecure(String(words[1])))
    case "failed": self = .unreachable(.other(String(words[1])))
    case "unreachable":
      guard let failure = Self.names.first(where: { $0.value == words[1] })?.key else { return nil }
      self = .unreachable(failure)
    default: return nil
    }
  }

  private static let names: [LinkFailure: String] = [
    .noSuchHost: "host", .noConnection: "connection", .noAnswerInTime: "time",
    .tooManyRedirects: "redirects", .redirectOffTheWeb: "off-web", .malformed: "malformed",
  ]
}
