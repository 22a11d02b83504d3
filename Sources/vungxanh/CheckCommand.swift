import ArgumentParser
import Checking
import Diagnostics
import Files
import Generator
import Glibc
import WebLinks

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Soát lỗi nội dung, không ghi gì. (Checks the content, writes nothing.)",
    discussion: """
      Tìm mọi lỗi mà build sẽ báo, và hơn thế: ảnh thiếu mô tả, chữ liên kết mơ hồ, trang quá hạn xem lại, tệp đính
      kèm nguy hiểm, liên kết đáng ngờ. Có lỗi thì kết thúc với mã 1. Các quy tắc, cách đổi mức và cách bỏ qua có lý
      do: docs/checks.md.

      Ví dụ:
        vungxanh check
        vungxanh check content/huong-dan           chỉ in phần của các tệp ở đó
        vungxanh check --notes                     in cả những điều nên xem lại
        vungxanh check --links                     thử cả các liên kết ra ngoài xem còn mở được không
        vungxanh check --strict --format github    trong GitHub Actions
        vungxanh check --format sarif > soat.sarif
      """)

  enum Format: String, CaseIterable { case text, json, sarif, github }

  @OptionGroup var shared: ProjectOptions

  @Option(
    name: .customLong("format"), help: "Dạng kết quả: text, json, sarif, github. (Format of the result.)",
    completion: .list(Format.allCases.map(\.rawValue)))
  var formatName = Format.text.rawValue

  @Flag(help: "Có cảnh báo cũng kết thúc với mã 1. (Warnings fail too.)")
  var strict = false

  @Flag(help: "In cả ghi chú. (Shows notes too.)")
  var notes = false

  @Flag(help: "Không in dòng tổng kết và tiến độ. (Prints neither the closing line nor the progress.)")
  var quiet = false

  @Flag(help: "Kiểm tra liên kết ra ngoài còn mở được không. (Asks whether outside links answer.)")
  var links = false

  @Flag(help: "Cùng --links: thử cả địa chỉ trong mạng nội bộ. (With --links: private networks too.)")
  var intranet = false

  @Argument(
    help: ArgumentHelp(
      "Chỉ in điều tìm thấy ở các tệp, thư mục này. (Only what is below these.)", valueName: "nơi"))
  var paths: [String] = []

  func run() async throws {
    let format = try format()
    let options = try shared.buildOptions()
    let places = try paths.map(place)
    let progress = ProgressLine(
      isShown: !quiet && format == .text && isatty(STDERR_FILENO) == 1, speech: shared.speech)
    let outside: (([OutsideLink]) async -> [Diagnostic])? = links ? { await ask($0) } : nil
    let report = await check(options, asking: outside) { progress.show($0, $1) }
    progress.clear()
    let shown = report.diagnostics(below: places, withNotes: notes)
    let language = shared.speech.language(of: report.language)
    var printer = shared.printer(in: language, to: format == .text ? STDOUT_FILENO : nil)
    switch format {
    case .text:
      for diagnostic in shown { print(printer.text(diagnostic), terminator: "") }
      if !quiet { print(report.summary(of: shown, below: places, in: language), terminator: "") }
    case .json:
      let findings = shown.map { printer.json($0) }.joined(separator: ",\n")
      print("{\"pages\":\(report.pages),\"silenced\":\(report.silenced),\"diagnostics\":[\n\(findings)\n]}")
    case .sarif:
      let rules = RuleBook.all.rules.map {
        SARIF.Rule(code: $0.code, severity: $0.severity, vi: $0.summary.vi, en: $0.summary.en)
      }
      var sarif = SARIF(version: VungXanh.configuration.version, below: folder, rules: rules)
      print(sarif.log(of: shown, &printer))
    case .github:
      for diagnostic in shown { print(printer.workflowCommand(diagnostic, below: folder)) }
    }
    let fails = shown.contains { $0.severity == .error || strict && $0.severity == .warning }
    // At once: freeing ten thousand pages one by one is a tenth of the time.
    withExtendedLifetime(report) { Glibc.exit(fails ? 1 : 0) }
  }

  private func ask(_ links: [OutsideLink]) async -> [Diagnostic] {
    let checker = LinkChecker(
      cache: Settings.cacheFolder.map { LinkCache(path: $0 + "/links.tsv") }, allowsPrivate: intranet)
    let answers = await checker.check(links.map(\.url), now: Glibc.time(nil))
    return WebLinks.diagnostics(for: links.map { ($0.url, $0.path, $0.place) }, answers: answers)
  }

  /// A path as it was typed, from where the process stands or from the project, as one of the project.
  private func place(_ path: String) throws(UsageFailure) -> String {
    guard let place = shared.place.place(path).flatMap({ relativePath($0, below: shared.root) }) else {
      throw UsageFailure(.notInProject(path, project: shared.root))
    }
    return place
  }

  private func format() throws(UsageFailure) -> Format {
    if let format = Format(rawValue: formatName) { return format }
    let known = Format.allCases.map(\.rawValue)
    throw UsageFailure(
      .badValue(formatName, option: "--format", nearest: nearest(to: formatName, among: known), known: known))
  }

  /// From where the process stands, which is taken for the repository, to the project.
  private var folder: String {
    guard let path = relativePath(shared.root, below: absolutePath(".")), !path.isEmpty else { return "" }
    return path + "/"
  }
}
