import ArgumentParser
import Checking
import Diagnostics
import Files
import Generator
import Publishing
import Vietnamese

struct WithdrawCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract:
      "Gỡ hẳn bài, ảnh hay tệp khỏi mọi cổng. (Takes a page, picture or file off all portals for good.)",
    discussion: """
      Ghi vào content/withdrawn.yaml, dựng lại các cổng không có nó, xóa nó khỏi các bản đã đăng còn giữ và khỏi bộ nhớ
      đệm. Ở địa chỉ cũ có một trang báo đã gỡ. Từ đó máy không đăng lại tệp ấy, kể cả khi tệp còn trong content/.

      Ví dụ:
        vungxanh withdraw content/tin/anh-hoi-cho.jpg --why "người trong ảnh xin gỡ"
        vungxanh withdraw content/tin/bai-cu.md --why "thông tin sai" --delete
        vungxanh withdraw content/tin/bai-cu.md --why "theo văn bản" --on 2026-11-27
      """)

  @OptionGroup var place: ProjectFolder

  @Option(help: "Lý do, để người phụ trách sau này biết; không đăng. (Why; never published.)")
  var why: String?

  @Option(help: "Ngày gỡ; mặc định là hôm nay. (The day it is withdrawn.)")
  var on: String?

  @Flag(help: "Xóa luôn tệp trong content/. (Deletes the file in content/ as well.)")
  var delete = false

  @Option(
    help: "Nơi đã ghi các cổng; mặc định là site/ trong dự án. (Where the portals are.)",
    completion: .directory)
  var output: String?

  @OptionGroup var speech: LanguageOption

  @Argument(help: "Tệp trong content/. (Files of content/.)", completion: .file())
  var paths: [String]

  func run() async throws {
    guard let why, !why.isEmpty else {
      throw UsageFailure(.missingValue(option: "--why", example: "--why \"người trong ảnh xin gỡ\""))
    }
    let order = WithdrawalOrder(
      paths: try paths.map { path throws(UsageFailure) in try place.pathInContent(path) }, reason: why,
      day: try Settings.today(on), deletes: delete)
    var options = BuildOptions(
      project: place.root, publication: PublicationRules(today: Settings.today), workers: Settings.cores,
      rules: .all)
    options.output = output.map(absolutePath)
    options.cache = Settings.cacheFolder.map { BuildCache(in: $0, of: place.root) }
    options.byWhom = Publication(time: Settings.now, author: Settings.author, origin: .build)
    let report = await withdraw(order, options, .ofBuild(options))
    let language = speech.language(of: report.build?.language)
    writeDiagnostics(
      report.problems + (report.build?.diagnostics.filter { $0.severity == .error } ?? []), of: place.root,
      in: language)
    if !report.addresses.isEmpty || report.build != nil { print(words(of: report, order, in: language)) }
    if report.hasErrors { throw ExitCode.failure }
  }

  private func words(of report: WithdrawalReport, _ order: WithdrawalOrder, in language: Language) -> String {
    let isVietnamese = language == .vi
    var lines = order.paths.map { isVietnamese ? "Đã gỡ \($0)." : "\($0) is withdrawn." }
    lines += report.addresses.map { "  \($0)" }
    if report.addresses.isEmpty {
      lines.append(
        isVietnamese ? "  Không cổng nào đang đăng nó." : "  No portal had it.")
    }
    if !order.deletes {
      lines.append(
        isVietnamese
          ? "Tệp vẫn còn trong content/ (không được đăng nữa); xóa hẳn thì thêm --delete."
          : "The file is in content/ still, published no more; --delete removes it as well.")
    }
    lines += isVietnamese ? Self.restInVietnamese : Self.rest
    return lines.joined(separator: "\n")
  }

  private static let restInVietnamese = [
    "Còn phải làm ở nơi khác, máy không với tới được:",
    "  - chép các cổng vừa đổi lên máy chủ, và xóa tệp cũ ở đó;",
    "  - bộ nhớ đệm của nơi phân phối nội dung (CDN), nếu cổng dùng;",
    "  - bản xem trước của Zalo, Facebook: mở công cụ chia sẻ của họ, yêu cầu lấy lại trang;",
    "  - kết quả tìm kiếm của Google, Cốc Cốc: yêu cầu xóa nội dung đã lỗi thời;",
    "  - bản đã in, USB, tệp đã gửi qua tin nhắn; sao lưu của máy này và lịch sử git nếu có.",
  ]

  private static let rest = [
    "Still to be done elsewhere, where this tool does not reach:",
    "  - take the portals that changed to the server, and remove the old files there;",
    "  - what a CDN keeps, where the portal uses one;",
    "  - previews of Zalo and Facebook: have their sharing tools fetch the page again;",
    "  - results of search engines: ask them to remove outdated content;",
    "  - prints, USB sticks, files sent by message; backups of this machine, and the history of git.",
  ]
}
