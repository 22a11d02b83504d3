import ArgumentParser
import Diagnostics
import Generator
import Glibc

/// What every command that reads a project may be told.
struct ProjectOptions: ParsableArguments {
  @Option(
    help: "Thư mục của dự án, có content/ và themes/. (The project's folder.)", completion: .directory)
  var project = "."

  @Option(
    name: .customLong("portal"),
    help: "Chỉ xét cổng này; viết lại nhiều lần được. (Only this portal; repeatable.)",
    completion: .portals)
  var portals: [String] = []

  @Flag(help: "Kể cả bản nháp, như đã đăng. (Includes drafts.)")
  var drafts = false

  @Flag(help: "Kể cả trang chưa tới ngày đăng. (Includes future pages.)")
  var future = false

  @Option(help: "Coi ngày này là hôm nay, năm-tháng-ngày. (Takes this day as today.)")
  var date: String?

  @OptionGroup var speech: LanguageOption

  @Option(help: ArgumentHelp("Số luồng làm việc; mặc định là số nhân. (Worker threads.)", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    try Settings.validate(date: date)
    if let jobs, jobs < 1 { throw ValidationError("--jobs: 1, 2, 3 …") }
  }

  /// The project's folder, an absolute path.
  var root: String { absolutePath(project) }

  var buildOptions: BuildOptions {
    let calendar = Calendar(today: Settings.today(date), includesDrafts: drafts, includesFuture: future)
    var options = BuildOptions(project: root, calendar: calendar, workers: jobs ?? Settings.cores)
    options.portals = portals
    return options
  }

  /// - Parameter stream: where the text goes, for its colours.
  func printer(in language: Language, to stream: Int32? = nil) -> Printer {
    let usesColour = stream.map { isatty($0) == 1 } ?? false && getenv("NO_COLOR") == nil
    let root = root
    return Printer(language: language, usesColour: usesColour) { sourceText($0, of: root) }
  }
}
