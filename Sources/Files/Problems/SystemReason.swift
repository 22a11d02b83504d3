import Diagnostics

/// Why the system refused.
public enum SystemReason: Sendable {
  case diskFull, noPermission, readOnly, notFound, linkLoop, nameTooLong
  /// Links lead out of the project.
  case outside
  /// No file: a folder, a pipe, a device.
  case notRegular
  case other(String)

  public var words: (vi: String, en: String) {
    switch self {
    case .diskFull: ("ổ đĩa hết chỗ", "the disk is full")
    case .noPermission: ("không có quyền", "permission denied")
    case .readOnly: ("ổ đĩa chỉ cho đọc", "the disk is read-only")
    case .notFound: ("không tìm thấy", "not found")
    case .linkLoop: ("liên kết vòng tròn", "links go round in a circle")
    case .nameTooLong: ("tên quá dài", "the name is too long")
    case .outside: ("lối tắt dẫn ra ngoài thư mục của dự án", "a link leads out of the project")
    case .notRegular: ("đây là lối tắt hoặc tệp đặc biệt", "this is not an ordinary file")
    case .other(let text): (text, text)
    }
  }
}
