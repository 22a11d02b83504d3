import ArgumentParser

/// Writes the pages that `scripts/bench` measures on: the same for every generator, and the same at every run.
@main
struct MakeCorpus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "make-corpus",
    abstract: "Write a project of made-up Vietnamese pages, the same at every run.",
    discussion: """
      Examples:
        make-corpus --pages 10000 --output .build/bench/corpus --flavour vungxanh
        make-corpus --pages 1000 --portals 15 --output .build/bench/corpus --flavour hugo
      """)

  enum Flavour: String, ExpressibleByArgument, CaseIterable { case vungxanh, hugo }

  @Option(help: "How many pages.") var pages = 10_000
  @Option(help: "How many sections the pages are dealt to.") var sections = 10
  @Option(help: "How many words, that is syllables, a page has.") var words = 600
  @Option(help: "How many portals show all the pages.") var portals = 1
  @Option(help: "The folder to write to; it must be empty or new.") var output: String
  @Option(help: "Whose project to write around the pages.") var flavour: Flavour

  func validate() throws {
    guard pages > 0, sections > 0, words > 0, portals > 0 else {
      throw ValidationError("Every number must be 1 or more.")
    }
    guard Folder(output).isEmpty else { throw ValidationError("\(output) is not empty.") }
  }

  func run() throws {
    let corpus = Corpus(pages: pages, sections: sections, words: words, portals: portals)
    switch flavour {
    case .vungxanh: try corpus.writeVungXanhProject(to: Folder(output))
    case .hugo: try corpus.writeHugoProject(to: Folder(output))
    }
  }
}
