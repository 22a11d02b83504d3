import ArgumentParser
import Diagnostics
import Generator
import Glibc
import Starting

/// What `init` and `new` say, apart from what they make.
struct Conversation {
  let language: Language
  /// The project's folder, absolute, for excerpts in messages.
  let root: String

  func say(_ vi: String, _ en: String) { print(language == .vi ? vi : en) }

  /// Runs what may fail or be left by the person; says so, and ends with status 1.
  func carryOut(_ work: () throws -> Void) throws {
    do { try work() } catch let failure as StartFailure {
      show(failure)
      throw ExitCode.failure
    } catch is Asking.Cancelled {
      writeError(language == .vi ? "\nĐã dừng, chưa ghi gì.\n" : "\nStopped; nothing was written.\n")
      throw ExitCode.failure
    }
  }

  func show(_ failure: StartFailure) { writeDiagnostics(failure.diagnostics, of: root, in: language) }

  /// A command as it can be typed here: with the program's name as it was called, and the project where needed.
  static func command(_ words: String, project: String?) -> String {
    // A project's own script names itself in the second one; the launcher of a clone turns that into the first.
    let program = variable("VUNGXANH_COMMAND") ?? variable("VUNGXANH_CALLED_AS") ?? "vungxanh"
    return "\(quoted(program)) \(words)" + (project.map { " --project \(quoted($0))" } ?? "")
  }

  /// A text of the tool's with its commands as they can be typed here: `./vungxanh build` in a clone.
  static func asTyped(_ text: String) -> String {
    guard let program = variable("VUNGXANH_COMMAND"), program != "vungxanh" else { return text }
    let names = VungXanh.configuration.subcommands.compactMap { $0.configuration.commandName }
    return names.reduce(text) { text, name in
      text.replacing("vungxanh \(name)", with: "\(quoted(program)) \(name)")
    }
  }

  /// A word that a shell takes as one.
  static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+:@%,=".unicodeScalars.contains($0)
    }
    return isPlain
      ? word
      : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
