import Diagnostics

extension CheckReport {
  /// What is to be shown.
  ///
  /// - Parameters:
  ///   - paths: files and folders, relative to the project; all when empty. What concerns no file below content/ is
  ///     always shown.
  ///   - withNotes: whether what is only worth a look is shown too.
  public func diagnostics(below paths: [String], withNotes: Bool) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      guard withNotes || diagnostic.severity != .note else { return false }
      guard !paths.isEmpty, isWhole, diagnostic.path.hasPrefix("content/") else { return true }
      return paths.contains { $0.isEmpty || diagnostic.path == $0 || diagnostic.path.hasPrefix($0 + "/") }
    }
  }

  /// How many findings there are of each code, the gravest first, and a line on all of them.
  ///
  /// - Parameter shown: what was printed before.
  public func summary(of shown: [Diagnostic], in language: Language) -> String {
    var counts: [String: (count: Int, severity: Diagnostic.Severity)] = [:]
    for diagnostic in shown {
      let code = diagnostic.problem.report.code
      let known = counts[code] ?? (0, diagnostic.severity)
      counts[code] = (known.count + 1, min(known.severity, diagnostic.severity))
    }
    let sorted = counts.sorted {
      ($0.value.severity, -$0.value.count, $0.key) < ($1.value.severity, -$1.value.count, $1.key)
    }
    let width = String(counts.values.map(\.count).max() ?? 0).count
    let codeWidth = counts.keys.map(\.count).max() ?? 0
    var text = ""
    for (code, entry) in sorted {
      let count = String(entry.count)
      text += String(repeating: " ", count: width - count.count + 2) + "\(count) × \(code)"
      if let rule = CheckRule.named(code) {
        text += String(repeating: " ", count: codeWidth - code.count + 2)
        text += language == .vi ? rule.summary.vi : rule.summary.en
      }
      text += "\n"
    }
    return text + total(of: shown, in: language) + "\n"
  }

  private func total(of shown: [Diagnostic], in language: Language) -> String {
    func count(_ severity: Diagnostic.Severity) -> Int { shown.count { $0.severity == severity } }
    let isVietnamese = language == .vi
    var parts = [
      isVietnamese ? "\(count(.error)) lỗi" : "\(count(.error)) errors",
      isVietnamese ? "\(count(.warning)) cảnh báo" : "\(count(.warning)) warnings",
    ]
    let notes = diagnostics.count { $0.severity == .note }
    if count(.note) > 0 {
      parts.append(isVietnamese ? "\(count(.note)) ghi chú" : "\(count(.note)) notes")
    } else if notes > 0 {
      parts.append(
        isVietnamese ? "còn \(notes) ghi chú, xem bằng --notes" : "and \(notes) notes, shown by --notes")
    }
    if silenced > 0 {
      parts.append(
        isVietnamese ? "\(silenced) chỗ bỏ qua theo check_ignore" : "\(silenced) set aside by check_ignore")
    }
    let start = isVietnamese ? "Đã soát \(pages) trang: " : "\(pages) pages checked: "
    return start + parts.joined(separator: ", ")
  }
}
