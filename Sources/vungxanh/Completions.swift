import ArgumentParser
import Generator
import Starting

/// What the shell offers when Tab is pressed. Nothing, in silence, where there is no project.
extension CompletionKind {
  static var portals: CompletionKind {
    .custom { words, _, _ in outline(words)?.portals ?? [] }
  }

  static var sections: CompletionKind {
    .custom { words, _, _ in outline(words)?.sectionArguments(portal: value(of: "--portal", in: words)) ?? []
    }
  }

  static var newTypes: CompletionKind {
    .list(NewType.allCases.flatMap { [$0.rawValue, $0.vietnameseName] })
  }

  private static func outline(_ words: [String]) -> ProjectOutline? {
    let root = ProjectFolder.root(value(of: "--project", in: words))
    return try? ProjectOutline.read(root, on: Settings.today).get()
  }

  /// What follows an option on the line that is being typed, as the shell has it: with its quotes.
  private static func value(of option: String, in words: [String]) -> String? {
    let prefix = option + "="
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == option, !next.isEmpty { return unquoted(next) }
      if word.hasPrefix(prefix) { return unquoted(String(word.dropFirst(prefix.count))) }
    }
    return nil
  }

  private static func unquoted(_ word: String) -> String {
    var text = ""
    var quote: Character?
    var isEscaped = false
    for character in word {
      if isEscaped {
        text.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else {
        text.append(character)
      }
    }
    return text
  }
}
