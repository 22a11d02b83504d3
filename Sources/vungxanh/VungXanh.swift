import ArgumentParser
import Checking
import Generator
import Glibc

@main
struct VungXanh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vungxanh",
    abstract: "Dựng cổng thông tin tĩnh từ các trang Markdown. (Builds static portals from Markdown.)",
    discussion: """
      Một cây nội dung, nhiều cổng: đọc content/ và themes/, ghi mỗi cổng vào một thư mục trong site/.

      Ví dụ:
        vungxanh init phuong-moi           bắt đầu một dự án mới
        vungxanh new                       viết một trang mới, được hỏi từng bước
        vungxanh build                     dựng mọi cổng của dự án ở đây
        vungxanh build --portal cong-vi    chỉ dựng một cổng
        vungxanh preview                   xem thử trong trình duyệt khi đang viết
        vungxanh check                     soát lỗi nội dung, không ghi gì
        vungxanh fix                       sửa lỗi gõ vô hại trong các bài
        vungxanh back                      vừa đăng nhầm: trở về bản trước
        vungxanh help build                các lựa chọn của lệnh build
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, NewCommand.self, PreviewCommand.self, CheckCommand.self, FixCommand.self,
      BuildCommand.self, VersionsCommand.self, BackCommand.self, WithdrawCommand.self, PublishCommand.self,
      DoctorCommand.self,
    ])

  static func main() async {
    let typed = Array(CommandLine.arguments.dropFirst())
    let language = CommandLineWords.language(of: typed)
    do {
      let line = try CommandLineWords(typed)
      if line.isTelex {
        writeError(
          language == .vi
            ? "Hiểu là: \(line.line) (bộ gõ tiếng Việt đang bật)\n"
            : "Taken for: \(line.line) (a Vietnamese input method is on)\n")
      }
      var command = try parseAsRoot(line.words)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let failure as UsageFailure {
      failure.show(in: language)
      Glibc.exit(UsageFailure.status)
    } catch { exit(withError: error) }
  }
}
