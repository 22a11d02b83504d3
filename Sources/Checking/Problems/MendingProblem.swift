import Files
import Diagnostics

/// Why a source file was not mended.
public enum MendingProblem: Problem {
  case changedMeanwhile
  case notWritten(SystemReason)
  /// It is no Markdown or YAML file of content/.
  case notMendable
}

extension MendingProblem {
  public var report: Report {
    switch self {
    case .changedMeanwhile:
      Report(
        "changed-meanwhile",
        vi: .init("tệp vừa được ai đó sửa nên để nguyên", remedy: "chạy lại vungxanh fix"),
        en: .init(
          "somebody has just changed the file, so it was left alone", remedy: "run vungxanh fix again"))
    case .notWritten(let reason):
      Report(
        "cannot-mend",
        vi: .init(
          "không ghi được tệp: \(reason.words.vi)",
          remedy: "kiểm tra chỗ trống và quyền ghi rồi chạy lại; tệp còn nguyên như trước"),
        en: .init(
          "the file cannot be written: \(reason.words.en)",
          remedy: "see to space and permission and run again; the file is as it was"))
    case .notMendable:
      Report(
        "not-mendable",
        vi: .init(
          "vungxanh fix chỉ sửa tệp .md và .yaml trong content/",
          remedy: "chỉ ra một tệp hoặc thư mục trong content/"),
        en: .init(
          "vungxanh fix mends only .md and .yaml files in content/",
          remedy: "name a file or a folder in content/"))
    }
  }
}
