import Diagnostics

extension CheckReport {
  /// What is to be shown.
  ///
  /// - Parameters:
  ///   - paths: files and folders, relative to the project; all when empty. What concerns no file below content/ is
  ///     always shown.
  ///   - withNotes: whether what is only worth a look is shown too.
  package func diagnostics(below paths: [String], withNotes: Bool) -> [Diagnostic] {
    diagnostics.filter { diagnostic in
      guard withNotes || diagnostic.severity != .note else { return false }
      guard !paths.isEmpty, isWhole, diagnostic.path.hasPrefix("content/") else { return true }
      return paths.contains { $0.isEmpty || diagnostic.path == $0 || diagnostic.path.hasPrefix($0 + "/") }
    }
  }

  /// How many findings there are of each code, the gravest first, and a line on all of them.
  ///
  /// - Parameters:
  ///   - shown: what was printed before.
  ///   - paths: what that was narrowed to.
  package func summary(of shown: [Diagnostic], below paths: [String] = [], in language: Language) -> String {
    var text = shown.counts(in: language)
    let hidden = diagnostics(below: paths, withNotes: true).count - shown.count
    if hidden > 0 {
      text +=
        language == .vi
        ? "  \(hidden) ghi chú không in ở đây; xem bằng --notes\n"
        : "  \(hidden.of("note")) not shown here; see with --notes\n"
    }
    return text + total(of: shown, in: language) + "\n"
  }

  private func total(of shown: [Diagnostic], in language: Language) -> String {
    func count(_ severity: Diagnostic.Severity) -> Int { shown.count { $0.severity == severity } }
    let isVietnamese = language == .vi
    var parts = [
      isVietnamese
        ? "Đã soát \(pages) trang: \(count(.error)) lỗi"
        : "\(pages.of("page")) checked: \(count(.error).of("error"))",
      isVietnamese ? "\(count(.warning)) cảnh báo" : count(.warning).of("warning"),
    ]
    if count(.note) > 0 { parts.append(isVietnamese ? "\(count(.note)) ghi chú" : count(.note).of("note")) }
    if silenced > 0 {
      parts.append(
        isVietnamese ? "\(silenced) chỗ bỏ qua theo check_ignore" : "\(silenced) set aside by check_ignore")
    }
    return parts.joined(separator: ", ")
  }
}
