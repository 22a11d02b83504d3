import Diagnostics

extension BuildReport {
  /// What a person is told at the end of a build that published: the portals, what was removed and written by name,
  /// what waits for its day, and a line on all of it.
  package func summary(output: String, notesAreShown: Bool, in language: Language) -> String {
    let isVietnamese = language == .vi
    var lines = portals.map { $0.line(in: language) }
    lines += names(of: portals.map { ($0.id, $0.removed) }, isVietnamese ? "Đã xóa" : "Removed", in: language)
    if portals.contains(where: { $0.removed.contains { $0.hasSuffix(".html") } }) {
      lines.append(
        isVietnamese
          ? "  Trang chỉ đổi địa chỉ? Ghi địa chỉ cũ vào aliases của trang mới, để liên kết cũ vẫn tới nơi."
          : "  Has a page only moved? Write its old address under aliases of the new one, so that old links still arrive."
      )
    }
    // On a portal's first day everything is new.
    let changed = portals.filter { !$0.isNew }.map { ($0.id, $0.written) }
    lines += names(of: changed, isVietnamese ? "Đã ghi" : "Written", in: language)
    if !waiting.isEmpty {
      lines.append(
        isVietnamese
          ? "\(waiting.count) trang chờ tới ngày đăng:" : "Waiting for their day: \(waiting.count.of("page"))"
      )
      lines += waiting.prefix(Self.longestList).map { page in
        "  \(page.path): \(isVietnamese ? page.day.short : page.day.english)"
      }
      lines += rest(of: waiting.count, isVietnamese ? "trang" : "pages", in: language)
    }
    if !hasErrors { lines += heldBackLines(in: language) }
    lines.append(total(output: output, in: language))
    if portals.contains(where: { !$0.written.isEmpty || !$0.removed.isEmpty }) {
      lines.append(
        isVietnamese
          ? "Việc tiếp theo: soát bằng lệnh check, rồi đưa thư mục của cổng đã đổi lên máy chủ."
          : "Next: look it over with check, then take the folders of the portals that changed to the server.")
    }
    let warnings = diagnostics.count { $0.severity == .warning }
    let notes = diagnostics.count { $0.severity == .note }
    if warnings > 0 { lines.append(isVietnamese ? "\(warnings) cảnh báo" : warnings.of("warning")) }
    if notes > 0, !notesAreShown {
      lines.append(
        isVietnamese
          ? "\(notes) giá trị còn phải điền; xem bằng: vungxanh build --to-fill"
          : "\(notes.of("value")) still to be filled in; see with: vungxanh build --to-fill")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What is said below the errors of a build.
  package func failure(in language: Language) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let counts =
      language == .vi
      ? "\(errors) lỗi, \(warnings) cảnh báo. "
      : "\(errors.of("error")), \(warnings.of("warning")). "
    if isHalfPublished {
      return counts
        + (language == .vi
          ? "Việc đăng dừng giữa chừng; sửa lỗi trên rồi chạy lại vungxanh build để đăng nốt.\n"
          : "Publishing stopped half-way; mend the error above and run vungxanh build again to finish it.\n")
    }
    if !portals.isEmpty {
      return counts
        + (language == .vi
          ? "Những gì không vướng lỗi đã được đăng.\n" : "All that the errors do not concern is published.\n")
        + heldBackLines(in: language).map { $0 + "\n" }.joined() + memoryLine(in: language)
    }
    return counts
      + (language == .vi
        ? "Chưa đăng gì; lần chạy này không đổi tệp nào ở các cổng.\n"
        : "Nothing was published; this run has changed no file of the portals.\n")
      + memoryLine(in: language)
  }

  static let longestList = 10

  private func total(output: String, in language: Language) -> String {
    let pages = portals.reduce(0) { $0 + $1.pages }
    let written = portals.reduce(0) { $0 + $1.written.count }
    let hundredths = Int((seconds * 100).rounded())
    let fraction = "\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    return language == .vi
      ? "Xong: \(portals.count) cổng, \(pages) trang, ghi \(written) tệp vào \(output) trong \(hundredths / 100),\(fraction) giây"
      : "Done: \(portals.count.of("portal")), \(pages.of("page")), \(written.of("file")) written to \(output) in \(hundredths / 100).\(fraction) s"
  }

  /// A heading and the first of the files, each once, with the portals that it concerns.
  private func names(
    of files: [(portal: String, paths: [String])], _ heading: String, in language: Language
  ) -> [String] {
    var portals: [String: [String]] = [:]
    for (portal, paths) in files { for path in paths { portals[path, default: []].append(portal) } }
    if portals.isEmpty { return [] }
    // What people open first; then what pages show; what only scripts read last.
    func rank(_ path: String) -> Int { path.hasSuffix(".html") ? 0 : path.hasPrefix("assets/") ? 2 : 1 }
    let paths = portals.keys.sorted { (rank($0), $0) < (rank($1), $1) }
    let shown = paths.prefix(Self.longestList).map { path in
      let names = portals[path] ?? []
      let place =
        names.count == 1 ? names[0] : language == .vi ? "\(names.count) cổng" : "\(names.count) portals"
      return "  \(path) (\(place))"
    }
    return [heading + ":"] + shown + rest(of: portals.count, language == .vi ? "tệp" : "files", in: language)
  }

  func rest(of count: Int, _ what: String, in language: Language) -> [String] {
    let rest = count - Self.longestList
    if rest <= 0 { return [] }
    return [language == .vi ? "  … và \(rest) \(what) nữa" : "  … and \(rest) more \(what)"]
  }
}

extension BuildReport.Portal {
  fileprivate func line(in language: Language) -> String {
    switch (language, isNew) {
    case (.vi, true): "\(id): \(pages) trang, dựng lần đầu: \(files) tệp"
    case (.en, true): "\(id): \(pages.of("page")), built for the first time: \(files.of("file"))"
    case (.vi, false):
      "\(id): \(pages) trang, \(files) tệp, ghi \(written.count), xóa \(removed.count)"
    case (.en, false):
      "\(id): \(pages.of("page")), \(files.of("file")), \(written.count) written, \(removed.count) removed"
    }
  }
}
