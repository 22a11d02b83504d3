import Publishing
import Files
import Diagnostics
import Generator

/// One thing that was looked at: what it is like, and what is wrong with it.
package struct Finding: Sendable {
  package let vi: String
  package let en: String
  package let problem: (any Problem)?
  /// An error keeps the tool from working, a warning does not. Nil when nothing is wrong.
  package let severity: Diagnostic.Severity?

  init(
    _ vi: String, _ en: String, _ problem: (any Problem)? = nil, as severity: Diagnostic.Severity = .warning
  ) {
    (self.vi, self.en, self.problem) = (vi, en, problem)
    self.severity = problem == nil ? nil : severity
  }
}

/// Looks whether a machine, and the project on it, have what the tool needs.
///
/// - Parameter isNamed: whether somebody said that there is a project.
package func checkup(_ machine: Machine, _ workplace: Workplace, isNamed: Bool) -> [Finding] {
  machine.findings(folders: workplace.isProject ? workplace.folders : 0)
    + workplace.findings(isNamed: isNamed)
}

extension Machine {
  /// The version that every test is run with.
  static let knownMarkdownLibrary = "0.29.0.gfm.6"

  fileprivate func findings(folders: Int) -> [Finding] {
    let known = Self.knownMarkdownLibrary
    let limit = watchLimit.map { "\($0)" }
    var findings = [
      Finding(
        "libcmark-gfm \(markdownLibrary)", "libcmark-gfm \(markdownLibrary)",
        markdownLibrary == known
          ? nil : MachineProblem.untestedLibrary("libcmark-gfm", version: markdownLibrary, known: known)),
      Finding("libyaml \(yamlLibrary)", "libyaml \(yamlLibrary)"),
      Finding("libcurl \(curlLibrary)", "libcurl \(curlLibrary)"),
      Finding("libzip \(zipLibrary)", "libzip \(zipLibrary)"),
      Finding("libqpdf \(pdfLibrary)", "libqpdf \(pdfLibrary)"),
      Finding("\(cores) nhân xử lý", "\(cores) cores"),
      Finding(
        "bảng mã: \(locale)", "locale: \(locale)", isUTF8 ? nil : MachineProblem.notUTF8(locale: locale)),
      Finding(
        "hôm nay là \(today.short)", "today is \(today.iso)",
        today.year >= 2025 ? nil : MachineProblem.wrongClock(today: today.iso), as: .error),
      Finding(
        "theo dõi được \(limit ?? "?") thư mục, dự án có \(folders)",
        "\(limit ?? "?") folders can be watched, the project has \(folders)",
        watchLimit.flatMap { $0 < folders ? MachineProblem.fewWatches(limit: $0, folders: folders) : nil }),
    ]
    switch homeTheme {
    case .success(let theme):
      findings.append(Finding("giao diện gốc: \(theme.folder)", "the tool's own theme: \(theme.folder)"))
    case .failure(let failure):
      findings.append(
        Finding(
          "giao diện gốc, để init và new dùng", "the tool's own theme, for init and new",
          failure.diagnostics.first?.problem))
    }
    return findings
  }

  private var isUTF8: Bool {
    let name = locale.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }
}

extension Workplace {
  /// In bytes: room for a big site and for the copy that is made before it is published.
  static let enoughSpace = 500 << 20

  fileprivate func findings(isNamed: Bool) -> [Finding] {
    var findings: [Finding] = []
    if let freeBytes {
      let megabytes = freeBytes >> 20
      findings.append(
        Finding(
          "còn trống \(megabytes) MB", "\(megabytes) MB are free",
          freeBytes < Self.enoughSpace ? MachineProblem.littleSpace(megabytes: megabytes) : nil))
    }
    guard isProject else {
      let problem = FileProblem.noContent(folder: "content")
      return findings
        + [Finding("dự án", "project", problem, as: isNamed ? .error : .warning)]
    }
    findings += [
      Finding(
        unreadable.map { "đọc \($0.path)" } ?? "đọc content/ và themes/: \(folders) thư mục",
        unreadable.map { "reading \($0.path)" } ?? "reading content/ and themes/: \(folders) folders",
        unreadable.map { FileProblem.unreadable($0.reason) }, as: .error),
      Finding(
        "ghi vào \(output)", "writing to \(output)",
        unwritable.map { PublishingProblem.cannotWrite(path: $0.path, $0.reason, portal: nil) }, as: .error),
      isLocked
        ? Finding("thư mục kết quả", "the output", PublishingProblem.outputInUse)
        : Finding("không có lệnh build nào khác đang chạy", "no other build is running"),
    ]
    if let declaration {
      findings.append(Finding(declaration.path, declaration.path, declaration.problem, as: .error))
    }
    return findings
      + themes.map { theme in
        let near = nearest(to: theme.name, among: knownThemes)
        return Finding(
          "giao diện \(theme.name)", "theme \(theme.name)",
          theme.exists ? nil : ThemeProblem.missingTheme(theme.name, nearest: near), as: .error)
      }
  }
}
