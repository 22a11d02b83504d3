import Diagnostics
import Fields
import Files

extension ProjectLoader {
  /// Reads the register of what was withdrawn.
  ///
  /// - Returns: nil where it cannot be read as a whole: better nothing is published than what somebody asked to be taken
  ///   away.
  mutating func withdrawals() -> [Withdrawal]? {
    let path = Withdrawal.register
    guard Disk.exists(root + "/" + path) else { return [] }
    guard var reader = reader(path) else { return nil }
    let found = reader.list(Self.entries, schema: Self.schema) { reader, _ -> Withdrawal? in
      let path = reader.requiredText("path")
      let addresses = reader.texts("addresses").compactMap { text, value -> String? in
        if Self.isAddress(text) { return text }
        reader.report(SiteProblem.badAlias(text), at: value)
        return nil
      }
      let reason = reader.text("why") ?? ""
      guard let day = reader.date("on") else {
        if reader.value("on") == nil { _ = reader.requiredText("on") }
        return nil
      }
      return Withdrawal(path: path, day: day, reason: reason, addresses: addresses)
    }
    reader.finish(Schema(name: "withdrawn.yaml", keys: [Self.entries]))
    problems += reader.problems
    return reader.problems.contains { $0.severity == .error } ? nil : found
  }

  /// A portal's id, a slash, and the address of a file below the portal.
  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.count > 1 && text.utf8.count < 2_000
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != "."
          && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "._-".utf8.contains($0) }
      }
  }

  private static let entries = "withdrawn"
  private static let schema = Schema(name: "withdrawn.yaml", keys: ["path", "on", "why", "addresses"])
}
