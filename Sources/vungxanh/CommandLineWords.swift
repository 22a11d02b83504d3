import ArgumentParser
import Diagnostics
import Generator
import Starting
import Vietnamese

/// The words behind the tool's name, looked at before ArgumentParser reads them: it speaks English only, and does not
/// know what an input method makes of a command.
struct CommandLineWords {
  /// As ArgumentParser shall read them.
  private(set) var words: [String]
  /// Whether an input method made other words of some.
  private(set) var isTelex = false

  /// The language that the words ask for, else the environment's.
  static func language(of words: [String]) -> Language {
    var asked: String?
    for (word, next) in zip(words, words.dropFirst() + [""]) {
      if word == "--lang" { asked = next }
      if word.hasPrefix("--lang=") { asked = String(word.dropFirst("--lang=".count)) }
    }
    return (asked ?? variable("VUNGXANH_LANG")).flatMap(Language.init) ?? .vi
  }

  init(_ typed: [String]) throws(UsageFailure) {
    words = typed
    guard let first = typed.first else { return }
    if first.hasPrefix("-") {
      // The options of the tool itself, and those of its completion scripts.
      let isOwn = ["-h", "--help", "--version", "---completion"].contains(first)
      if isOwn || first.hasPrefix("--generate-completion-script") || first.hasPrefix("--experimental-") {
        return
      }
      throw UsageFailure(.unknownOption(first, nearest: nil, command: nil))
    }
    let commands = Dictionary(
      uniqueKeysWithValues: VungXanh.configuration.subcommands.map {
        ($0.configuration.commandName ?? "", $0)
      })
    words[0] = try command(at: 0, among: commands.keys + ["help"])
    guard let command = commands[words[0]] else {
      for index in words.indices.dropFirst() where !words[index].hasPrefix("-") {
        words[index] = try self.command(at: index, among: Array(commands.keys))
      }
      return
    }
    try read(CommandGrammar(of: command))
  }

  /// The understood command as it can be typed again.
  var line: String { (["vungxanh"] + words.map(Conversation.quoted)).joined(separator: " ") }

  private mutating func command(at index: Int, among known: [String]) throws(UsageFailure) -> String {
    let typed = words[index]
    if known.contains(typed) { return typed }
    if let meant = meant(by: typed, among: known) { return meant }
    throw UsageFailure(
      .unknownCommand(
        typed, nearest: nearest(to: Folding.fold(typed), among: known.sorted()), known: known.sorted()))
  }

  /// The one name that an input method may have made a word of.
  private mutating func meant(by typed: String, among known: [String]) -> String? {
    let fitting = known.filter { Telex.mayGive(typed.lowercased(), from: $0) }
    guard fitting.count == 1 else { return nil }
    isTelex = true
    return fitting[0]
  }

  private mutating func read(_ grammar: CommandGrammar) throws(UsageFailure) {
    var places: [Int] = []
    var index = 1
    while index < words.count {
      if words[index] == "--" {
        places += (index + 1)..<words.count
        break
      }
      if try takesOption(at: index, grammar) {
        index += 1
      } else if !words[index].hasPrefix("-") {
        places.append(index)
      }
      index += 1
    }
    if grammar.name == "new", let first = places.first { readType(at: first) }
    if let most = grammar.most, places.count > most {
      throw UsageFailure(.unexpectedArgument(words[places[most]], example: example(grammar, places)))
    }
    if places.count < grammar.required.count, !words.contains("--help"), !words.contains("-h") {
      throw UsageFailure(
        .missingArgument(grammar.required[places.count], example: grammar.example()))
    }
  }

  /// Makes an option's name sound.
  ///
  /// - Returns: whether the next word is its value.
  private mutating func takesOption(at index: Int, _ grammar: CommandGrammar) throws(UsageFailure) -> Bool {
    let word = words[index]
    let name = String(word.prefix { $0 != "=" })
    // Word makes one long dash of two.
    let plain = ["–", "—"].contains(name.prefix(1)) ? "--" + name.drop { "–—-".contains($0) } : name
    guard plain.hasPrefix("-"), plain != "-" else { return false }
    var option = plain
    if grammar.options[plain] == nil {
      guard let meant = meant(by: plain, among: grammar.flagsAndOptions) else {
        if plain != name { return false }
        let near = nearest(to: Folding.fold(name), among: grammar.flagsAndOptions)
        throw UsageFailure(.unknownOption(name, nearest: near, command: grammar.name))
      }
      option = meant
    }
    if option != name { words[index] = option + word.dropFirst(name.count) }
    guard (grammar.options[option] ?? nil) != nil else {
      if word != name { throw UsageFailure(.unneededValue(option: option)) }
      return false
    }
    var value = word.dropFirst(name.count + 1)
    if word == name {
      guard index + 1 < words.count, !words[index + 1].hasPrefix("-") || words[index + 1] == "-" else {
        throw UsageFailure(.missingValue(option: option, example: grammar.example(of: option)))
      }
      value = words[index + 1][...]
    }
    if option == "--lang", Language(rawValue: String(value)) == nil {
      let known = Language.allCases.map(\.rawValue)
      throw UsageFailure(.badValue(String(value), option: option, nearest: nil, known: known))
    }
    return word == name
  }

  private mutating func readType(at index: Int) {
    guard (try? NewType.named(words[index]).get()) == nil else { return }
    if let type = meant(by: words[index], among: NewType.allCases.map(\.rawValue)) { words[index] = type }
  }

  /// What the words too many were meant to be: most often a title without its quotes, or in those of Word.
  private func example(_ grammar: CommandGrammar, _ places: [Int]) -> String {
    guard grammar.name == "new" else { return grammar.example() }
    let title = places.dropFirst().map { words[$0] }.joined(separator: " ").filter { !"“”\"".contains($0) }
    return "vungxanh new \(words[places[0]]) \"\(title)\""
  }
}
