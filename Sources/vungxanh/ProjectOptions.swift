import ArgumentParser
import Diagnostics
import Files
import Generator
import Glibc

/// What every command that reads a project may be told.
struct ProjectOptions: ParsableArguments {
  @OptionGroup var place: ProjectFolder

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
  var jobs: String?

  /// The project's folder, an absolute path.
  var root: String { place.root }

  func buildOptions() throws(UsageFailure) -> BuildOptions {
    let publication = PublicationRules(
      today: try Settings.today(date), includesDrafts: drafts, includesFuture: future)
    var options = BuildOptions(project: root, publication: publication, workers: try workers(), rules: .all)
    options.portals = portals
    return options
  }

  private func workers() throws(UsageFailure) -> Int {
    guard let jobs else { return Settings.cores }
    guard let number = Int(jobs), number > 0 else {
      throw UsageFailure(.badValue(jobs, option: "--jobs", nearest: nil, known: ["2"]))
    }
    return number
  }

  /// - Parameter stream: where the text goes, for its colours.
  func printer(in language: Language, to stream: Int32? = nil) -> Printer {
    let usesColour = stream.map { isatty($0) == 1 } ?? false && getenv("NO_COLOR") == nil
    let root = root
    return Printer(language: language, usesColour: usesColour) { sourceText($0, of: root) }
  }
}
