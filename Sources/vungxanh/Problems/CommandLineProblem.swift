import Diagnostics

/// What can be wrong with the words behind the tool's name.
public enum CommandLineProblem: Problem {
  case unknownCommand(String, nearest: String?, known: [String])
  /// An option of a command, or one before any command.
  case unknownOption(String, nearest: String?, command: String?)
  case unexpectedArgument(String, example: String)
  /// An argument that the command cannot do without.
  case missingArgument(String, example: String)
  case missingValue(option: String, example: String)
  case unneededValue(option: String)
  case badValue(String, option: String, nearest: String?, known: [String])
  case notInProject(String, project: String)
  case clashingOptions([String])
  /// What nobody is to see yet would be among what is published.
  case draftsIntoSite(option: String)
}

extension CommandLineProblem {
  public var report: Report {
    switch self {
    case .unknownCommand(let text, let near, let known):
      Report(
        "unknown-command",
        vi: .init(
          "không có lệnh “\(text)”",
          remedy: near.map { "có phải “\($0)”? Ví dụ: vungxanh \($0)" }
            ?? "dùng một trong: \(known.joined(separator: ", ")); xem tất cả bằng: vungxanh help"),
        en: .init(
          "there is no command “\(text)”",
          remedy: near.map { "did you mean “\($0)”? As in: vungxanh \($0)" }
            ?? "use one of: \(known.joined(separator: ", ")); see them all with: vungxanh help"))
    case .unknownOption(let text, _, nil):
      Report(
        "misplaced-option",
        vi: .init(
          "“\(text)” đứng trước tên lệnh", remedy: "viết tên lệnh trước, ví dụ: vungxanh build --lang en"),
        en: .init(
          "“\(text)” stands before the command",
          remedy: "write the command first, as in: vungxanh build --lang en"))
    case .unknownOption(let text, let near, let command?):
      Report(
        "unknown-option",
        vi: .init(
          "lệnh \(command) không có lựa chọn “\(text)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "xem các lựa chọn bằng: vungxanh help \(command)"),
        en: .init(
          "the command \(command) has no option “\(text)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "see its options with: vungxanh help \(command)"))
    case .unexpectedArgument(let text, let example):
      Report(
        "unexpected-argument",
        vi: .init(
          "thừa “\(text)”", remedy: "bỏ chữ ấy; lời nhiều chữ thì đặt trong ngoặc kép, ví dụ: \(example)"),
        en: .init(
          "“\(text)” is one word too many",
          remedy: "leave it out, or quote words that belong together, as in: \(example)"))
    case .missingArgument(let name, let example):
      Report(
        "command-incomplete",
        vi: .init("thiếu \(name)", remedy: "viết thêm, ví dụ: \(example)"),
        en: .init("\(name) is missing", remedy: "add it, as in: \(example)"))
    case .missingValue(let option, let example):
      Report(
        "missing-value",
        vi: .init("thiếu giá trị sau \(option)", remedy: "viết thêm, ví dụ: \(example)"),
        en: .init("\(option) needs a value behind it", remedy: "add it, as in: \(example)"))
    case .unneededValue(let option):
      Report(
        "unneeded-value",
        vi: .init("\(option) không nhận giá trị", remedy: "chỉ viết \(option)"),
        en: .init("\(option) takes no value", remedy: "write \(option) alone"))
    case .draftsIntoSite(let option):
      Report(
        "drafts-into-site",
        vi: .init(
          "\(option) sẽ trộn trang chưa được đăng vào thư mục site/",
          remedy: "dựng ra nơi khác để xem: vungxanh build \(option) --output ../xem-duyet"),
        en: .init(
          "\(option) would put pages that are not published yet into site/",
          remedy: "build them elsewhere to look at them: vungxanh build \(option) --output ../review"))
    case .badValue(let text, let option, let near, let known):
      Report(
        "bad-value",
        vi: .init(
          "\(option): “\(text)” không dùng được",
          remedy: near.map { "có phải “\($0)”?" } ?? "viết ví dụ: \(known.joined(separator: ", "))"),
        en: .init(
          "\(option): “\(text)” will not do",
          remedy: near.map { "did you mean “\($0)”?" }
            ?? "write for example: \(known.joined(separator: ", "))"))
    case .notInProject(let text, let project):
      Report(
        "not-in-project",
        vi: .init(
          "không có “\(text)” trong dự án \(project)",
          remedy: "viết đường dẫn từ nơi đang đứng hoặc từ thư mục của dự án, ví dụ content/huong-dan"),
        en: .init(
          "there is no “\(text)” in the project \(project)",
          remedy: "write a path from here or from the project's folder, as content/huong-dan"))
    case .clashingOptions(let options):
      Report(
        "clashing-options",
        vi: .init("\(options.joined(separator: ", ")) không đi cùng nhau được", remedy: "chỉ giữ một"),
        en: .init("\(options.joined(separator: ", ")) do not go together", remedy: "keep only one"))
    }
  }
}
