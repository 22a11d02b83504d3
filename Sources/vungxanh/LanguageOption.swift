import ArgumentParser
import Diagnostics
import Glibc

/// The language that a command speaks.
struct LanguageOption: ParsableArguments {
  @Option(
    help: "Ngôn ngữ của thông báo: vi hoặc en. (Language of messages.)",
    completion: .list(Language.allCases.map(\.rawValue)))
  var lang: String?

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang: vi | en") }
  }

  /// What was asked for, else what the environment says, else the project's.
  func language(of project: Language?) -> Language {
    let environment = variable("VUNGXANH_LANG").flatMap(Language.init)
    return lang.flatMap(Language.init) ?? environment ?? project ?? .vi
  }
}

/// A variable of the environment; nil when it is not set.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
