import ArgumentParser
import Diagnostics
import Glibc

/// The language that a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(
    help: "Ngôn ngữ của thông báo: vi hoặc en. (Language of messages.)",
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?

  /// What was asked for, else what the environment says.
  var asked: Language? {
    lang.flatMap(Language.init) ?? variable("VUNGXANH_LANG").flatMap(Language.init)
  }

  /// What was asked for, else the project's.
  func language(of project: Language?) -> Language { asked ?? project ?? .vi }
}

/// A variable of the environment; nil when it is not set.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
