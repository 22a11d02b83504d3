import ArgumentParser
import Diagnostics
import Files
import Generator
import Glibc
import Publishing

/// What commands take that look after what is published already.
struct PublishedOptions: ParsableArguments {
  @OptionGroup var place: ProjectFolder

  @Option(
    name: .customLong("portal"),
    help: "Chỉ cổng này; viết lại nhiều lần được. (Only this portal; repeatable.)", completion: .portals)
  var names: [String] = []

  @Option(
    help: "Nơi đã ghi các cổng; mặc định là site/ trong dự án. (Where the portals are.)",
    completion: .directory)
  var output: String?

  @OptionGroup var speech: LanguageOption

  /// The folder that portals' folders stand in.
  var site: String { output.map(absolutePath) ?? place.root + "/site" }

  var language: Language {
    var unheard: [Diagnostic] = []
    return speech.asked ?? speech.language(of: Project(declaredIn: place.root, problems: &unheard)?.language)
  }

  /// Those that were named, or all that have versions.
  func portals(of versions: Versions) throws(UsageFailure) -> [String] {
    let known = versions.portals
    for name in names where !known.contains(name) {
      throw UsageFailure(
        .badValue(name, option: "--portal", nearest: nearest(to: name, among: known), known: known))
    }
    return names.isEmpty ? known : names
  }
}

extension Settings {
  /// The account that types the commands, also where it does so by `sudo`.
  static var author: String {
    if let name = variable("SUDO_USER"), !name.isEmpty { return name }
    guard let entry = getpwuid(getuid()) else { return "" }
    return String(cString: entry.pointee.pw_name)
  }

  /// Seconds since 1970.
  static var now: Int64 { Int64(Glibc.time(nil)) }
}
