import ArgumentParser
import Diagnostics
import Generator
import Publishing

struct BackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "back",
    abstract: "Đưa cổng về bản đã đăng trước đó. (Publishes an earlier version again.)",
    discussion: """
      Dùng khi vừa đăng nhầm: chỉ site/ đổi, content/ vẫn nguyên. Sửa content/ trước lần build sau, vì lần đó sẽ
      đăng nội dung đang có trong content/.

      Không nêu gì thì các cổng mà lần đăng cuối đã đổi trở về bản trước.

      Ví dụ:
        vungxanh back
        vungxanh back --portal ba-dinh
        vungxanh back --to 11              mọi cổng như sau lần đăng số 11
      """)

  @OptionGroup var published: PublishedOptions

  @Option(help: "Số của lần đăng, xem bằng lệnh versions. (The number of a run.)")
  var to: Int?

  func run() async throws {
    var publisher = Publisher(output: published.site)
    let names = try published.names.isEmpty ? [] : published.portals(of: publisher.versions)
    let language = published.language
    var problems: [Diagnostic] = []
    let done = await publisher.back(
      names, to: to, time: Settings.now, author: Settings.author, workers: Settings.cores, problems: &problems
    )
    publisher.close()
    writeDiagnostics(problems, of: published.place.root, in: language)
    for item in done {
      let moment = item.version.moment(in: language)
      print(
        language == .vi
          ? "\(item.portal): đã trở về bản \(item.version.run) (\(moment))"
          : "\(item.portal): back to version \(item.version.run) (\(moment))")
    }
    let hasErrors = problems.contains { $0.severity == .error }
    if !done.isEmpty {
      print(
        Conversation.asTyped(
          language == .vi
            ? "Sửa content/ trước khi chạy vungxanh build: lần đó sẽ đăng nội dung đang có trong content/."
            : "Mend content/ before the next vungxanh build, which publishes what is in content/ then."))
    } else if !hasErrors {
      print(language == .vi ? "Không cổng nào phải đổi." : "No portal had to change.")
    }
    if hasErrors { throw ExitCode.failure }
  }
}
