import Diagnostics

/// The words that a rendered page needs and no author writes, in the language of the content.
public struct Labels: Sendable {
  public let alerts: [AlertKind: String]
  /// The heading of an alert that says there is no time to lose.
  public let urgent: String
  /// The heading of an alert that asks for attention: what “Lưu ý” says and “Quan trọng” does not.
  public let notice: String
  public let footnotes: String
  /// Before the number of the footnote.
  public let backToReference: String
  public let table: String
  public let done: String
  public let toDo: String

  public static func labels(for language: Language) -> Labels { language == .vi ? vietnamese : english }

  static let vietnamese = Labels(
    alerts: [
      .note: "Ghi chú", .tip: "Mẹo", .important: "Quan trọng", .warning: "Cảnh báo", .caution: "Thận trọng",
    ],
    urgent: "Khẩn cấp", notice: "Lưu ý", footnotes: "Chú thích", backToReference: "Về chỗ đánh dấu chú thích",
    table: "Bảng, có thể cuộn ngang", done: "Đã xong", toDo: "Chưa xong")

  static let english = Labels(
    alerts: [
      .note: "Note", .tip: "Tip", .important: "Important", .warning: "Warning", .caution: "Caution",
    ],
    urgent: "Urgent", notice: "Please note", footnotes: "Footnotes", backToReference: "Back to reference",
    table: "Table, scrolls sideways", done: "Done", toDo: "To do")
}
