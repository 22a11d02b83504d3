import Files
import Diagnostics

/// What can be wrong when a project is begun, or with the archetypes that new pages are made from.
public enum StartProblem: Problem {
  case folderNotEmpty(holds: String)
  case notAFolder
  case noHomeTheme
  case cannotCreate(SystemReason)
  case missingArchetype(type: String)
  case unknownPlaceholder(String, nearest: String?, known: [String])
  case unclosedPlaceholder
  case archetypeWithoutType
}

extension StartProblem {
  public var report: Report {
    switch self {
    case .folderNotEmpty(let name):
      Report(
        "folder-not-empty",
        vi: .init(
          "thư mục này đã có “\(name)” nên chưa ghi gì", remedy: "chọn một thư mục trống hoặc một tên chưa có"
        ),
        en: .init(
          "this folder already holds “\(name)”, so nothing was written",
          remedy: "choose an empty folder, or a name that is still free"))
    case .notAFolder:
      Report(
        "not-a-folder",
        vi: .init("ở đây đã có một tệp, không phải thư mục", remedy: "chọn tên khác"),
        en: .init("there is a file here, not a folder", remedy: "choose another name"))
    case .noHomeTheme:
      Report(
        "no-home-theme",
        vi: .init(
          "không tìm thấy giao diện vung-xanh đi kèm công cụ",
          remedy:
            "gửi dòng này cho cán bộ công nghệ thông tin: đặt biến VUNGXANH_HOME là thư mục của công cụ, nơi có themes/vung-xanh"
        ),
        en: .init(
          "the theme vung-xanh that comes with the tool was not found",
          remedy: "set VUNGXANH_HOME to the tool's own folder, which holds themes/vung-xanh"))
    case .cannotCreate(let reason):
      Report(
        "cannot-create",
        vi: .init(
          "không tạo được: \(reason.words.vi)",
          remedy: "kiểm tra chỗ trống và quyền ghi rồi chạy lại; chưa ghi gì"),
        en: .init(
          "this cannot be created: \(reason.words.en)",
          remedy: "see to space and permission and run again; nothing was written"))
    case .missingArchetype(let type):
      Report(
        "missing-archetype",
        vi: .init(
          "không có trang mẫu cho loại “\(type)”",
          remedy: "chép trang mẫu từ themes/vung-xanh/archetypes vào đây"),
        en: .init(
          "there is no archetype for the type “\(type)”",
          remedy: "copy the one in themes/vung-xanh/archetypes to this place"))
    case .unknownPlaceholder(let name, let near, let known):
      Report(
        "unknown-placeholder",
        vi: .init(
          "không có chỗ điền “{{\(name)}}”",
          remedy: near.map { "có phải “{{\($0)}}”?" } ?? "dùng một trong: \(known.joined(separator: ", "))"),
        en: .init(
          "there is no placeholder “{{\(name)}}”",
          remedy: near.map { "did you mean “{{\($0)}}”?" } ?? "use one of: \(known.joined(separator: ", "))"))
    case .unclosedPlaceholder:
      Report(
        "unclosed-placeholder",
        vi: .init(
          "chỗ điền mở bằng {{ mà không đóng trên cùng dòng", remedy: "thêm }} vào sau tên, như {{title}}"),
        en: .init(
          "a placeholder opens with {{ and does not close on its line",
          remedy: "write }} after its name, as in {{title}}"))
    case .archetypeWithoutType:
      Report(
        "archetype-without-type",
        vi: .init(
          "trang mẫu không có dòng {{type}}, nên trang mới sẽ thành loại khác",
          remedy: "thêm một dòng chỉ có {{type}} dưới dòng title"),
        en: .init(
          "the archetype has no line {{type}}, so the new page would be of another type",
          remedy: "add a line with only {{type}} below the title"))
    }
  }
}
