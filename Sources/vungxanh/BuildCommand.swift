import ArgumentParser
import Diagnostics
import Generator
import Glibc
import Vietnamese

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Dựng các cổng vào site/. (Writes every portal into site/.)",
    discussion: """
      Đọc content/ và themes/, kiểm tra tất cả, rồi ghi mỗi cổng vào site/<cổng>/. Có lỗi thì không ghi gì và
      kết thúc với mã 1; trang đã dựng lần trước còn nguyên. Tệp không đổi thì không ghi lại.

      Ví dụ:
        vungxanh build
        vungxanh build --portal ba-dinh --portal cong-vi
        vungxanh build --project ../phuong-moi --output /var/www/phuong-moi
        vungxanh build --drafts --future --date 2027-01-01
        vungxanh build --to-fill           liệt kê những chỗ đơn vị còn phải điền
      """)

  @Option(help: "Thư mục của dự án, có content/ và themes/. (The project's folder.)")
  var project = "."

  @Option(help: "Nơi ghi các cổng; mặc định là site/ trong dự án. (Where the portals go.)")
  var output: String?

  @Option(
    name: .customLong("portal"),
    help: "Chỉ dựng cổng này; viết lại nhiều lần được. (Only this portal; repeatable.)")
  var portals: [String] = []

  @Flag(help: "Kể cả bản nháp. (Includes drafts.)")
  var drafts = false

  @Flag(help: "Kể cả trang chưa tới ngày đăng. (Includes future pages.)")
  var future = false

  @Option(help: "Coi ngày này là hôm nay, năm-tháng-ngày. (Takes this day as today.)")
  var date: String?

  @Flag(
    name: .customLong("to-fill"),
    help: "Liệt kê các giá trị còn phải điền. (Lists values still to be filled in.)")
  var toFill = false

  @Flag(help: "Chỉ in lỗi và cảnh báo. (Prints only errors and warnings.)")
  var quiet = false

  @Flag(help: "In kết quả dạng JSON ra stdout. (Prints the result as JSON.)")
  var json = false

  @Option(help: "Ngôn ngữ của thông báo: vi hoặc en. (Language of messages.)")
  var lang: String?

  @Option(help: ArgumentHelp("Số luồng làm việc; mặc định là số nhân. (Worker threads.)", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date: “\(date)” không phải ngày; viết ví dụ 2026-11-23 (write year-month-day)")
    }
    if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang: vi | en") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs: 1, 2, 3 …") }
  }

  func run() async throws {
    let today = date.flatMap { CalendarDate(iso: $0) } ?? .today(secondsSince1970: Glibc.time(nil))
    let root = absolutePath(project)
    var options = BuildOptions(
      project: root, calendar: Calendar(today: today, includesDrafts: drafts, includesFuture: future),
      workers: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    options.output = output.map(absolutePath)
    options.portals = portals
    let progress = ProgressLine(isShown: !quiet && !json && isatty(STDERR_FILENO) == 1)
    let report = await build(options) { progress.show($0) }
    progress.clear()
    let language = lang.flatMap(Language.init) ?? .ofEnvironment ?? report.language ?? .vi
    let presentation = Presentation(
      report: report, root: root, output: options.output ?? root + "/site", language: language)
    if json {
      print(presentation.json())
    } else {
      presentation.printDiagnostics(withNotes: toFill)
      if !quiet { presentation.printSummary(notesAreShown: toFill) }
    }
    // At once: freeing ten thousand pages one by one is a tenth of a build.
    withExtendedLifetime(report) { Glibc.exit(report.hasErrors ? 1 : 0) }
  }
}
