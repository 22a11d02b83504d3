import ArgumentParser
import Diagnostics
import Generator
import Glibc
import Preview
import Vietnamese

struct PreviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Xem thử các cổng ngay khi đang viết. (Shows the portals while you write.)",
    discussion: """
      Mở địa chỉ in ra trong trình duyệt của máy này. Lưu tệp nào, trang đang mở tự đổi theo, ở đúng chỗ đang đọc. Cả bản nháp và
      trang chưa tới ngày đăng cũng hiện, có ghi rõ. Không ghi gì vào site/. Bấm Ctrl+C để dừng.

      Ví dụ:
        vungxanh preview
        vungxanh preview --port 8080
        vungxanh preview --project ../phuong-moi
      """)

  @OptionGroup var place: ProjectFolder

  @Option(help: "Số cổng mạng muốn dùng; bận thì lấy số kế tiếp. (The port to try first.)")
  var port = "4000"

  @Option(help: "Coi ngày này là hôm nay, năm-tháng-ngày. (Takes this day as today.)")
  var date: String?

  @OptionGroup var speech: LanguageOption

  func run() async throws {
    guard let port = UInt16(port) else {
      throw UsageFailure(.badValue(port, option: "--port", nearest: nil, known: ["4000", "8080"]))
    }
    let root = place.root
    let options = BuildOptions(
      project: root,
      publication: PublicationRules(
        today: try Settings.today(date), includesDrafts: true, includesFuture: true),
      workers: Settings.cores, rules: .all)
    let language = speech.asked
    do {
      let server = try PreviewServer(options, language: language, port: port)
      try await server.run { problems, language in
        let errors = problems.count { $0.severity == .error }
        print(
          language == .vi
            ? "Xem thử tại \(server.address)\nSửa và lưu tệp, trang tự đổi. Bấm Ctrl+C để dừng."
            : "Preview at \(server.address)\nEdit and save, the page follows. Press Ctrl+C to stop.")
        if errors > 0 {
          print(
            language == .vi
              ? "Đang có \(errors) lỗi: xem \(server.address)_vungxanh/problems"
              : "\(errors.of("error")): see \(server.address)_vungxanh/problems")
        }
        fflush(nil)
      }
    } catch let problem as PreviewProblem {
      writeDiagnostics([Diagnostic(problem, in: root)], of: root, in: language ?? .vi)
      Glibc.exit(1)
    }
  }
}
