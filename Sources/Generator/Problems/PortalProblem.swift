import Diagnostics

/// What can be wrong with a portal: its folder, its name, and what its unit has still to supply.
public enum PortalProblem: Problem {
  case unknownPortal(String, nearest: String?)
  case badPortalID(String)
  /// A folder of content/portals without a portal.yaml.
  case noPortalFile(String, nearest: String?)
  /// Nothing would stand at the portal's own address.
  case noHome(portal: String)
  /// A file in content/portals that is no portal's.
  case outsidePortal
  case toFillIn(key: String, text: String)
  /// The same on a portal that readers use.
  case toFillInOnLive(key: String, text: String)
  /// Portals that readers use would show a page with something to be filled in.
  case pageToFillInOnLive(portals: [String])
  /// A portal that readers use has an address that is no real one.
  case sampleAddress(String)
}

extension PortalProblem {
  public var report: Report {
    switch self {
    case .outsidePortal:
      Report(
        "file-outside-portal",
        vi: .init(
          "tệp nằm ngay trong content/portals, không thuộc cổng nào nên không được đăng",
          remedy:
            "chuyển vào thư mục của một cổng, ví dụ content/portals/cong-vi, hoặc vào content/ cho mọi cổng"),
        en: .init(
          "the file lies in content/portals itself, so it is no portal's and is not published",
          remedy:
            "move it to a portal's folder, such as content/portals/cong-vi, or to content/ for all of them"))
    case .noPortalFile(let id, let near):
      Report(
        "portal-without-file",
        vi: .init(
          "thư mục “\(id)” chưa là cổng, vì chưa có tệp portal.yaml",
          remedy: near.map { "có phải “\($0)”? Chuyển các tệp sang đó" }
            ?? "tạo portal.yaml như ở thư mục của một cổng khác, hoặc xóa thư mục này"),
        en: .init(
          "the folder “\(id)” is no portal yet: it has no portal.yaml",
          remedy: near.map { "did you mean “\($0)”? Move its files there" }
            ?? "make a portal.yaml as in the folder of another portal, or delete this folder"))
    case .unknownPortal(let id, let near):
      Report(
        "unknown-portal",
        vi: .init(
          "không có cổng “\(id)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "xem tên các thư mục trong content/portals"),
        en: .init(
          "there is no portal “\(id)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "see the folders of content/portals"))
    case .badPortalID(let id):
      Report(
        "bad-portal-id",
        vi: .init(
          "tên thư mục cổng “\(id)” không hợp lệ",
          remedy: "chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ cong-vi"),
        en: .init(
          "“\(id)” cannot be the folder of a portal",
          remedy: "use lower-case letters without tones, digits and hyphens, as in cong-vi"))
    case .toFillInOnLive(let key, let text):
      Report(
        "live-value-to-fill-in",
        vi: .init(
          "“\(key)” còn phải điền (\(text)) mà cổng này đang chạy thật",
          remedy: "điền giá trị thật; cổng còn là bản mẫu thì ghi state: sample"),
        en: .init(
          "“\(key)” is still to be filled in (\(text)), but this portal is live",
          remedy: "supply the real value; while the portal is a sample, write state: sample"))
    case .pageToFillInOnLive(let portals):
      Report(
        "live-page-to-fill-in",
        vi: .init(
          "trang còn chỗ “CẦN ĐIỀN” mà cổng đang chạy thật sẽ đăng trang này (\(portals.joined(separator: ", ")))",
          remedy: "điền giá trị thật hoặc bỏ câu đó; chưa xong thì đặt draft: true"),
        en: .init(
          "a “CẦN ĐIỀN” is left in a page that a live portal would publish (\(portals.joined(separator: ", ")))",
          remedy: "supply the real value or drop the sentence; until then set draft: true"))
    case .sampleAddress(let url):
      Report(
        "live-sample-address",
        vi: .init(
          "“\(url)” là địa chỉ mẫu, không có thật, mà cổng này đang chạy thật",
          remedy: "viết địa chỉ thật của cổng; cổng còn là bản mẫu thì ghi state: sample"),
        en: .init(
          "“\(url)” is a sample address, but this portal is live",
          remedy: "write the portal's real address; while the portal is a sample, write state: sample"))
    case .noHome(let portal):
      Report(
        "portal-no-home",
        vi: .init(
          "cổng “\(portal)” không có trang chủ: địa chỉ của cổng sẽ mở ra trang trống",
          remedy: "viết content/_index.md; có rồi thì bỏ draft, ngày hẹn hoặc hide của trang ấy"),
        en: .init(
          "portal “\(portal)” has no home page: nothing would stand at its address",
          remedy: "write content/_index.md; if it is there, drop its draft, its days or the hide"))
    case .toFillIn(let key, let text):
      Report(
        "to-fill-in",
        vi: .init("“\(key)” còn phải điền: \(text)", remedy: "đơn vị phụ trách bổ sung giá trị thật"),
        en: .init(
          "“\(key)” is still to be filled in: \(text)", remedy: "the unit in charge supplies the real value"))
    }
  }
}
