import Diagnostics

extension UploadingProblem {
  /// What a server, or the way to it, is to blame for.
  var serverReport: Report {
    switch self {
    case .noSuchHost(let host):
      Report(
        "no-such-server",
        vi: .init(
          "không tìm thấy máy chủ “\(host)”",
          remedy: "kiểm tra tên máy chủ trong publish.yaml và mạng của máy này"),
        en: .init(
          "there is no server “\(host)”", remedy: "check its name in publish.yaml, and this machine's network"
        ))
    case .noConnection(let server):
      Report(
        "no-connection",
        vi: .init(
          "máy chủ “\(server)” không nhận kết nối",
          remedy: "kiểm tra tên, số cổng và tường lửa; máy chủ có thể đang tắt: thử lại sau"),
        en: .init(
          "the server “\(server)” takes no connection",
          remedy: "check its name, port and firewall; it may be down: try again later"))
    case .lostConnection(let server):
      Report(
        "lost-connection",
        vi: .init(
          "mất kết nối với “\(server)”; việc đăng dừng giữa chừng",
          remedy: "chạy lại vungxanh publish: máy làm tiếp từ chỗ dừng"),
        en: .init(
          "the connection to “\(server)” was lost; the upload stopped",
          remedy: "run vungxanh publish again: it goes on from there"))
    case .loginRefused(let server):
      Report(
        "login-refused",
        vi: .init(
          "“\(server)” không nhận tên đăng nhập, mật khẩu hoặc khóa",
          remedy:
            "đặt mật khẩu vào biến môi trường VUNGXANH_PASSWORD hoặc tệp ~/.netrc, hoặc nêu tệp khóa ở key: trong publish.yaml"
        ),
        en: .init(
          "“\(server)” does not accept the name, password or key",
          remedy:
            "put the password into the environment as VUNGXANH_PASSWORD or into ~/.netrc, or name a key file by key: in publish.yaml"
        ))
    case .unknownHostKey(let host):
      Report(
        "unknown-host-key",
        vi: .init(
          "máy này chưa biết khóa của máy chủ “\(host)”, hoặc khóa đã đổi: có thể là máy chủ giả",
          remedy: "hỏi người quản trị vân tay của khóa, chạy ssh \(host) một lần và so trước khi trả lời yes"),
        en: .init(
          "this machine does not know the key of “\(host)”, or it has changed: it may be another server",
          remedy:
            "ask its administrator for the fingerprint, run ssh \(host) once, and compare before you answer yes"
        ))
    case .notSecure(let server, let words):
      Report(
        "connection-not-secure",
        vi: .init(
          "không lập được kết nối an toàn với “\(server)”: \(words)",
          remedy:
            "báo người quản trị máy chủ; nếu họ dùng chứng thư riêng, nêu tệp ấy ở certificate: trong publish.yaml"
        ),
        en: .init(
          "there is no secure connection to “\(server)”: \(words)",
          remedy:
            "tell its administrator; if they have a certificate of their own, name its file by certificate: in publish.yaml"
        ))
    case .strangeListing(let line):
      Report(
        "strange-listing",
        vi: .init(
          "máy chủ liệt kê tệp theo cách không hiểu được: “\(line)”",
          remedy: "báo người quản trị máy chủ, hoặc đăng bằng cách khác"),
        en: .init(
          "the server lists its files in a way that cannot be understood: “\(line)”",
          remedy: "tell its administrator, or publish in another way"))
    case .refused(let server, let words):
      Report(
        "server-refused",
        vi: .init(
          "máy chủ “\(server)” từ chối: \(words)",
          remedy: "gửi nguyên dòng này cho người quản trị máy chủ; sửa xong chạy lại vungxanh publish"),
        en: .init(
          "the server “\(server)” refused: \(words)",
          remedy: "send this line to its administrator; when it is mended, run vungxanh publish again"))
    default: preconditionFailure("no report of a server's")
    }
  }
}
