import ArgumentParser

/// Which words a command takes, read from its help: ArgumentParser tells it nowhere else.
struct CommandGrammar {
  let name: String
  /// By the option's name, what its value is called; nil for a flag.
  private(set) var options: [String: String?] = [:]
  /// What the words without dashes are called that cannot be left out.
  private(set) var required: [String] = []
  /// How many words without dashes there may be; nil for any number.
  private(set) var most: Int? = 0
  private let examples: [String]

  init(of command: any ParsableCommand.Type) {
    name = command.configuration.commandName ?? ""
    examples = command.configuration.discussion.split(separator: "\n").compactMap { line in
      let line = line.drop { $0 == " " }
      guard line.hasPrefix("vungxanh ") else { return nil }
      // What is explained stands behind a gap.
      return line.firstRange(of: "  ").map { String(line[..<$0.lowerBound]) } ?? String(line)
    }
    let help = VungXanh.helpMessage(for: command, columns: 10_000).split(separator: "\n")
    for line in help where line.hasPrefix("  -") {
      let names = line.dropFirst(2).split(separator: "  ", maxSplits: 1).first ?? ""
      for name in names.split(separator: ", ") {
        let words = name.split(separator: " ", maxSplits: 1)
        options[String(words[0])] = .some(words.count > 1 ? String(words[1]) : nil)
      }
    }
    let usage = help.first { $0.hasPrefix("USAGE: ") } ?? ""
    let places = help.filter { $0.hasPrefix("  <") }.compactMap {
      $0.dropFirst(2).split(separator: "  ").first
    }
    required = places.filter { !usage.contains("[\($0)") }.map(String.init)
    most = usage.contains("> ...]") && places.contains { usage.contains("[\($0) ...]") } ? nil : places.count
  }

  var flagsAndOptions: [String] { options.keys.filter { $0.hasPrefix("--") }.sorted() }

  /// A command that shows how an option is used, or without one how the command is.
  func example(of option: String? = nil) -> String {
    guard let option else {
      return examples.last { !$0.contains("--") } ?? examples.first ?? "vungxanh \(name)"
    }
    return examples.first { $0.contains(option + " ") }
      ?? "vungxanh \(name) \(option) \((options[option] ?? nil) ?? "")"
  }
}
