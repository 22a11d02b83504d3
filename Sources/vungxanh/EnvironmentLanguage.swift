import Diagnostics
import Glibc

extension Language {
  /// What VUNGXANH_LANG asks for, if it names a language the tool speaks.
  static var ofEnvironment: Language? {
    getenv("VUNGXANH_LANG").flatMap { Language(rawValue: String(cString: $0)) }
  }
}
