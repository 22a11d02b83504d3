/// What can be wrong with how a project sets the rules of `check`.
public enum CheckProblem: Problem {
  case unknownRule(String, nearest: String?)
  case ignoresNothing(String)
  /// How many problems of one kind in a file were left out.
  case moreOfTheSame(String, count: Int)
}

extension CheckProblem {
  public var report: Report {
    switch self {
    case .unknownRule(let code, let near):
      Report(
        "unknown-check-rule",
        vi: .init(
          "check không có quy tắc “\(code)”",
          remedy: near.map { "có phải “\($0)”?" }
            ?? "chọn một quy tắc trong docs/checks.md; lỗi mà build báo thì không tắt được"),
        en: .init(
          "check has no rule “\(code)”",
          remedy: near.map { "did you mean “\($0)”?" }
            ?? "choose one of docs/checks.md; what build refuses cannot be turned off"))
    case .ignoresNothing(let code):
      Report(
        .ignoreWithoutUse,
        vi: .init(
          "trang không có gì để bỏ qua theo quy tắc “\(code)”", remedy: "xóa mục này khỏi check_ignore"),
        en: .init(
          "there is nothing on this page that “\(code)” finds", remedy: "delete the entry from check_ignore"))
    case .moreOfTheSame(let code, let count):
      Report(
        "more-of-the-same",
        vi: .init(
          "tệp còn \(count) chỗ nữa cùng loại “\(code)”", remedy: "sửa các chỗ đã liệt kê rồi chạy lại lệnh"),
        en: .init(
          "this file has \(count) places more of the kind “\(code)”",
          remedy: "mend those that are listed, and run this again"))
    }
  }
}

extension Rule {
  package static let ignoreWithoutUse = Rule(
    .check, "ignore-without-use", .note, vi: "check_ignore không bỏ qua điều gì",
    en: "a check_ignore that ignores nothing")
}
