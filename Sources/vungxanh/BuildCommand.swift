import ArgumentParser
import Files
import Generator
import Glibc
import Publishing

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Dựng các cổng vào site/. (Writes every portal into site/.)",
    discussion: """
      Đọc content/ và themes/, kiểm tra tất cả, rồi ghi mỗi cổng vào site/<cổng>/. Bài nào có lỗi thì người đọc vẫn
      thấy bản đăng lần trước (bài mới thì chưa đăng), những bài khác vẫn được đăng; khi ấy lệnh kết thúc với mã 1.
      Tệp không đổi thì không ghi lại.

      Ví dụ:
        vungxanh build
        vungxanh build --portal ba-dinh --portal cong-vi
        vungxanh build --project ../phuong-moi --output /var/www/phuong-moi
        vungxanh build --drafts --future --output ../xem-duyet
        vungxanh build --only content/tin/canh-bao.md   việc gấp: đăng riêng bài này
        vungxanh build --all-or-nothing    có lỗi thì không đăng gì
        vungxanh build --clean             dựng lại tất cả từ đầu
        vungxanh build --to-fill           liệt kê những chỗ đơn vị còn phải điền
      """)

  @OptionGroup var shared: ProjectOptions

  @Option(
    help: "Nơi ghi các cổng; mặc định là site/ trong dự án. (Where the portals go.)", completion: .directory)
  var output: String?

  @Option(
    name: .customLong("only"),
    help: ArgumentHelp(
      "Chỉ đăng bài hay thư mục này; viết lại nhiều lần được. (Publishes only this; repeatable.)",
      valueName: "path"),
    completion: .file())
  var only: [String] = []

  @Flag(
    name: .customLong("to-fill"),
    help: "Liệt kê các giá trị còn phải điền. (Lists values still to be filled in.)")
  var toFill = false

  @Flag(help: "Dựng lại tất cả, không dùng gì của lần trước. (Makes everything anew.)")
  var clean = false

  @Flag(
    name: .customLong("in-place"),
    help: "Thay từng tệp thay vì đổi cả thư mục. (Replaces file by file, not folders.)")
  var inPlace = false

  @Flag(
    name: .customLong("all-or-nothing"),
    help: "Có lỗi thì không đăng gì cả. (Publishes nothing where anything is wrong.)")
  var allOrNothing = false

  @Flag(help: "Chỉ in lỗi và cảnh báo. (Prints only errors and warnings.)")
  var quiet = false

  @Flag(help: "In kết quả dạng JSON ra stdout. (Prints the result as JSON.)")
  var json = false

  func run() async throws {
    if shared.drafts || shared.future, output == nil {
      throw UsageFailure(.draftsIntoSite(option: shared.drafts ? "--drafts" : "--future"))
    }
    var options = try shared.buildOptions()
    options.output = output.map(absolutePath)
    options.cache = Settings.cacheFolder.map { BuildCache(in: $0, of: shared.root) }
    options.isClean = clean
    options.only = try only.map { path throws(UsageFailure) in try shared.place.pathInContent(path) }
    options.publishing.isInPlace = inPlace
    options.publishing.isAllOrNothing = allOrNothing
    options.byWhom = Publication(time: Settings.now, author: Settings.author, origin: .build)
    let progress = ProgressLine(isShown: !quiet && !json && isatty(STDERR_FILENO) == 1, speech: shared.speech)
    let report = await build(options, .ofBuild(options)) {
      progress.show($0, $1)
    }
    progress.clear()
    let presentation = Presentation(
      report: report, options: shared, output: options.output ?? options.project + "/site")
    var isTold = true
    if json {
      isTold = writeOutput(presentation.json() + "\n")
    } else {
      presentation.printDiagnostics(withNotes: toFill)
      if !quiet || !report.heldBack.isEmpty {
        presentation.printSummary(notesAreShown: toFill, isBrief: quiet)
      }
    }
    // At once: freeing ten thousand pages one by one is a tenth of a build.
    withExtendedLifetime(report) { Glibc.exit(report.hasErrors || !isTold ? 1 : 0) }
  }
}
