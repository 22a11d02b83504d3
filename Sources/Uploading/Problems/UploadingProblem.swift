import Diagnostics
import Files

/// What can be wrong when portals are sent to where readers find them.
package enum UploadingProblem: Problem {
  case cannotSend(SystemReason)
  case noSuchHost(String)
  case noConnection(String)
  case lostConnection(String)
  case loginRefused(String)
  /// An SSH server that this machine does not know, or not by this key.
  case unknownHostKey(String)
  /// TLS, in libcurl's words.
  case notSecure(String, String)
  /// A server's refusal, in its own words.
  case refused(String, String)
  /// A list of files that makes no sense.
  case strangeListing(String)
  /// The list of what was sent is not the one that this machine left there.
  case sentElsewhere(Int)
  /// What was sent could not be written down at home.
  case notRemembered(SystemReason)
  /// FTP without encryption.
  case plainText(String)
  /// Files that somebody else changed there.
  case changedByOthers([String])
  /// Files there that were never sent.
  case foreignFiles([String])
  /// The destination has files, and none was sent there.
  case notEmpty(Int)
  case manyRemovals(Int, of: Int)
  /// What was read back is not what was sent.
  case notAsSent(String)
  /// A file of the portal changed while it was sent.
  case changedMeanwhile(String)
  case noTargets
  case unknownTarget(String, nearest: String?, known: [String])
  /// More than one target, and none was chosen.
  case whichTarget([String])
  /// An address with a password in it.
  case password(String)
  case unknownTransport(String)
  /// Several portals, and one place for all.
  case oneFolderForAll(String)
  case notBuilt(portal: String)
  case nothingBuilt
}

extension UploadingProblem {
  package var report: Report {
    switch self {
    case .cannotSend(let reason):
      Report(
        "cannot-send",
        vi: .init(
          "không đọc hoặc ghi được ở đây: \(reason.words.vi); việc đăng dừng giữa chừng",
          remedy: "sửa nguyên nhân rồi chạy lại vungxanh publish: máy làm tiếp từ chỗ dừng"),
        en: .init(
          "cannot read or write here: \(reason.words.en); the upload stopped",
          remedy: "mend the cause and run vungxanh publish again: it goes on from there"))
    case .noSuchHost, .noConnection, .lostConnection, .loginRefused, .unknownHostKey, .notSecure, .refused,
      .strangeListing:
      serverReport
    case .sentElsewhere(let count):
      Report(
        "sent-elsewhere",
        vi: .init(
          "danh mục ở nơi đăng không phải danh mục máy này để lại lần trước, và \(count) tệp ở đó đã khác",
          remedy:
            "hỏi xem ai đã đăng từ máy khác; nếu không có ai, danh mục bị làm giả: báo người phụ trách an toàn thông tin"
        ),
        en: .init(
          "the list of files there is not the one that this machine left, and \(count.of("file")) differ from it",
          remedy:
            "ask who published from another machine; if nobody did, the list was forged: tell whoever answers for security"
        ))
    case .notRemembered(let reason):
      Report(
        "sent-not-remembered",
        vi: .init(
          "đã đăng xong, nhưng không ghi lại được ở máy này: \(reason.words.vi)",
          remedy: "lần đăng sau vẫn đúng, chỉ lâu hơn; hãy để máy ghi được vào thư mục này"),
        en: .init(
          "all was sent, but it could not be written down on this machine: \(reason.words.en)",
          remedy: "the next run is right all the same, and slower; let this folder be written to"))
    case .plainText(let name):
      Report(
        "plain-ftp",
        vi: .init(
          "nơi đăng “\(name)” dùng ftp: mật khẩu và tệp đi qua mạng không mã hóa",
          remedy: "đổi sang ftps:// hoặc sftp:// nếu máy chủ có"),
        en: .init(
          "the target “\(name)” is plain ftp: the password and all files travel unencrypted",
          remedy: "use ftps:// or sftp:// if the server has it"))
    case .changedByOthers(let paths):
      Report(
        "changed-by-others",
        vi: .init(
          "có người khác đã sửa hoặc xóa \(paths.count) tệp ở nơi đăng: \(Self.some(paths, "và", "tệp nữa"))",
          remedy:
            "báo người phụ trách an toàn thông tin và xem các tệp ấy; chắc chắn rồi thì thêm --overwrite để ghi đè"
        ),
        en: .init(
          "somebody else changed or removed \(paths.count.of("file")) there: \(Self.some(paths, "and", "more"))",
          remedy: "tell whoever answers for security, and look at them; when you are sure, add --overwrite"))
    case .foreignFiles(let paths):
      Report(
        "foreign-files",
        vi: .init(
          "ở nơi đăng có \(paths.count) tệp lạ, không do vungxanh đăng: \(Self.some(paths, "và", "tệp nữa"))",
          remedy: "xem các tệp ấy là của ai; vungxanh để nguyên chúng"),
        en: .init(
          "there are \(paths.count.of("file")) that were never sent: \(Self.some(paths, "and", "more"))",
          remedy: "find out whose they are; they are left alone"))
    case .notEmpty(let count):
      Report(
        "destination-not-empty",
        vi: .init(
          "lần đầu đăng vào đây mà đã có sẵn \(count) tệp",
          remedy:
            "kiểm tra đúng thư mục chưa; đúng rồi thì thêm --overwrite: tệp trùng tên bị thay, tệp khác để nguyên"
        ),
        en: .init(
          "nothing was sent here before, and there are \(count.of("file"))",
          remedy:
            "see that it is the right place; then add --overwrite: files of the same name are replaced, others stay"
        ))
    case .manyRemovals(let count, let all):
      Report(
        "many-removals",
        vi: .init(
          "lần này sẽ xóa \(count) trong \(all) tệp ở nơi đăng",
          remedy: "xem trước bằng --dry-run; đúng ý thì thêm --yes"),
        en: .init(
          "this would remove \(count) of \(all.of("file")) there",
          remedy: "look with --dry-run; if it is meant, add --yes"))
    case .notAsSent(let path):
      Report(
        "not-as-sent",
        vi: .init(
          "đọc lại “\(path)” thấy khác với tệp vừa gửi",
          remedy: "chạy lại; nếu vẫn vậy, nơi đăng có thể hỏng đĩa hoặc tự sửa tệp: báo người quản trị"),
        en: .init(
          "“\(path)” read back is not what was sent",
          remedy:
            "run again; if it stays so, the disk there may be broken or alter files: tell its administrator"))
    case .changedMeanwhile(let path):
      Report(
        "changed-while-sent",
        vi: .init(
          "“\(path)” thay đổi trong lúc đang gửi", remedy: "chờ lệnh build xong rồi chạy lại vungxanh publish"
        ),
        en: .init(
          "“\(path)” changed while it was sent",
          remedy: "wait for the build to end, and run vungxanh publish again"))
    case .noTargets:
      Report(
        "no-targets",
        vi: .init(
          "chưa khai báo nơi đăng",
          remedy:
            "tạo tệp publish.yaml trong thư mục dự án, ví dụ: targets: [{ name: may-chu, to: /mnt/web/$portal }]"
        ),
        en: .init(
          "there is no place to publish to",
          remedy:
            "make publish.yaml in the project's folder, as in targets: [{ name: server, to: /mnt/web/$portal }]"
        ))
    case .unknownTarget(let name, let near, let known):
      Report(
        "unknown-target",
        vi: .init(
          "publish.yaml không có nơi đăng “\(name)”",
          remedy: near.map { "có phải “\($0)”?" } ?? "chọn một trong: \(known.joined(separator: ", "))"),
        en: .init(
          "publish.yaml has no target “\(name)”",
          remedy: near.map { "did you mean “\($0)”?" } ?? "choose one of \(known.joined(separator: ", "))"))
    case .whichTarget(let known):
      Report(
        "which-target",
        vi: .init(
          "publish.yaml có nhiều nơi đăng",
          remedy: "thêm --to với một trong: \(known.joined(separator: ", "))"),
        en: .init(
          "publish.yaml has several targets", remedy: "add --to with one of \(known.joined(separator: ", "))")
      )
    case .password(let name):
      Report(
        "password-in-file",
        vi: .init(
          "nơi đăng “\(name)” có mật khẩu ghi trong địa chỉ",
          remedy: "bỏ mật khẩu khỏi publish.yaml và đổi mật khẩu ấy: tệp này nhiều người đọc được"),
        en: .init(
          "the target “\(name)” has a password in its address",
          remedy: "take it out of publish.yaml, and change it: many people can read that file"))
    case .unknownTransport(let address):
      Report(
        "unknown-transport",
        vi: .init(
          "không đăng được tới “\(address)”",
          remedy:
            "viết đường dẫn thư mục, bắt đầu bằng / hoặc ./, hoặc địa chỉ sftp://, ftps:// như sftp://ten@may-chu/duong/dan"
        ),
        en: .init(
          "there is no way to publish to “\(address)”",
          remedy: "write a folder's path, from / or ./, or an address like sftp://name@server/some/folder"
        ))
    case .oneFolderForAll(let name):
      Report(
        "one-folder-for-all",
        vi: .init(
          "nơi đăng “\(name)” chỉ có một thư mục cho nhiều cổng",
          remedy: "viết $portal trong to:, ví dụ /mnt/web/$portal, hoặc portals: [một-cổng]"),
        en: .init(
          "the target “\(name)” has one folder for several portals",
          remedy: "write $portal in to:, as in /mnt/web/$portal, or portals: [one-portal]"))
    case .nothingBuilt:
      Report(
        "nothing-built",
        vi: .init("ở đây chưa có cổng nào được dựng", remedy: "chạy vungxanh build trước, hoặc sửa --output"),
        en: .init("no portal has been built here", remedy: "run vungxanh build first, or see to --output"))
    case .notBuilt(let portal):
      Report(
        "not-built",
        vi: .init("cổng “\(portal)” chưa được dựng", remedy: "chạy vungxanh build trước"),
        en: .init("portal “\(portal)” has not been built", remedy: "run vungxanh build first"))
    }
  }

  /// The first of many.
  private static func some(_ paths: [String], _ and: String, _ more: String) -> String {
    let shown = paths.prefix(5).joined(separator: ", ")
    return paths.count > 5 ? "\(shown) \(and) \(paths.count - 5) \(more)" : shown
  }
}
