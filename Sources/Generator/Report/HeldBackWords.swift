import Diagnostics
import Vietnamese

extension BuildReport {
  /// What people are told of changes that are not published: which, what readers meet instead, why, and since when.
  func heldBackLines(in language: Language) -> [String] {
    let isVietnamese = language == .vi
    let others = heldBack.filter(\.isNotAskedFor)
    let heldBack = heldBack.filter { !$0.isNotAskedFor }
    let remark =
      others.isEmpty
      ? []
      : [
        isVietnamese
          ? "Còn \(others.count) thay đổi khác chưa đăng, vì lần này chỉ đăng những gì được nêu."
          : "Not published: \(others.count.of("other change")), since only these were asked for."
      ]
    if heldBack.isEmpty { return remark }
    let heading =
      isVietnamese
      ? "Giữ lại \(heldBack.count) thay đổi, sửa xong lỗi thì lần build sau sẽ đăng:"
      : "Held back: \(heldBack.count.of("change")); once the errors are mended, the next build publishes them:"
    return remark + [heading] + heldBack.prefix(Self.longestList).map { $0.line(in: language) }
      + rest(of: heldBack.count, isVietnamese ? "thay đổi" : "changes", in: language)
  }
}

extension BuildReport {
  /// Why more was held back than is wrong; empty where that is not so.
  func memoryLine(in language: Language) -> String {
    guard isForgotten else { return "" }
    return language == .vi
      ? "Máy này không còn nhớ nội dung của lần đăng trước, nên không đăng riêng được những bài không có lỗi.\n"
      : "This machine does not remember what was published last, so pages that are right cannot be published alone.\n"
  }
}

extension HeldBack.Entry {
  fileprivate var isNotAskedFor: Bool { if case .notAskedFor = cause { true } else { false } }

  fileprivate func line(in language: Language) -> String {
    let words = [state.words(in: language), reason(in: language), day(in: language)].compactMap(\.self)
    let name =
      state == .portalAsItWas
      ? "\(language == .vi ? "cổng" : "portal") \(path.dropLast())" : path
    return "  \(name): \(words.joined(separator: "; "))"
  }

  private func reason(in language: Language) -> String? {
    switch cause {
    case .error(let error):
      path == error.path ? nil : "\(language == .vi ? "vì lỗi ở" : "for the error in") \(error.path)"
    case .other(let path): "\(language == .vi ? "vì lỗi ở" : "for the error in") \(path)"
    case .notAskedFor: nil
    }
  }

  private func day(in language: Language) -> String? {
    if since == 0 { return nil }
    let day = CalendarDate.today(secondsSince1970: Int(since))
    return language == .vi ? "từ \(day.short)" : "since \(day.english)"
  }
}

extension HeldBack.Entry.State {
  fileprivate func words(in language: Language) -> String {
    switch (self, language) {
    case (.lastPublished, .vi): "người đọc vẫn thấy bản đăng lần trước"
    case (.lastPublished, .en): "readers still meet what was published before"
    case (.notPublished, .vi): "mới, chưa đăng"
    case (.notPublished, .en): "new, not published yet"
    case (.stillPublished, .vi): "đã xóa nhưng còn đăng"
    case (.stillPublished, .en): "deleted, and published still"
    case (.portalAsItWas, .vi): "giữ nguyên như cũ"
    case (.portalAsItWas, .en): "stays as it was"
    }
  }
}
