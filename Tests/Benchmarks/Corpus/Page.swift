/// One page of the corpus: the same front matter and Markdown for every generator that is measured.
struct Page {
  private let number: Int
  private let corpus: Corpus
  private var prose: Prose
  /// What the paragraphs have yet to carry.
  private var links: [String] = []
  private var footnotes: [String] = []

  /// - Parameter number: from 0; with the corpus's measures, all that the text depends on.
  init(_ number: Int, of corpus: Corpus) {
    self.number = number
    self.corpus = corpus
    // A seed of its own, so that a page does not change with how many stand before it.
    prose = Prose(seed: 0x5EED_0000 + UInt64(number))
  }

  /// The file's text.
  mutating func markdown() -> String { frontMatter() + body() }

  private mutating func frontMatter() -> String {
    let tags = prose.random.differentNumbers(3, below: Vocabulary.tags.count).map { Vocabulary.tags[$0] }
    let title = prose.phrase(4...7)
    let description = prose.phrase(20...24)
    // Words of the vocabulary need no quotes in YAML.
    return """
      ---
      title: \(title) \(number + 1)
      description: \(description).
      date: \(date(prose.random.below(672)))
      tags: [\(tags.joined(separator: ", "))]
      weight: \(prose.random.number(in: 1...1000))
      owner: Phòng Văn hóa và Thông tin
      author: Ban biên tập
      ---

      """
  }

  /// A day of the years 2024 and 2025; months of 28 days save the publication.
  private func date(_ day: Int) -> String {
    let month = day / 28 % 12 + 1
    let dayOfMonth = day % 28 + 1
    return "\(day < 336 ? 2024 : 2025)-\(twoDigits(month))-\(twoDigits(dayOfMonth))"
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private mutating func body() -> String {
    let start = prose.count
    let headings = prose.random.number(in: 5...7)
    links = (0..<prose.random.number(in: 3...5)).map { _ in
      corpus.link(toPage: prose.random.below(corpus.pages))
    }
    footnotes = ["[^1]"]
    var text = "\(prose.sentence()) \(prose.sentence())\n\n"
    for heading in 0..<headings {
      // The fourth stands below the third, so that tables of contents have a second level.
      text += "\(heading == 3 ? "###" : "##") \(prose.phrase(3...6))\n\n" + block(heading)
      let goal = start + (heading + 1) * corpus.words / headings
      repeat { text += paragraph(syllables: min(goal - prose.count, 60)) } while prose.count < goal
    }
    return text + "[^1]: \(prose.sentence())\n"
  }

  /// What a section opens with besides its prose.
  private mutating func block(_ heading: Int) -> String {
    switch heading {
    case 0:
      return lines(4) { "- \($1.phrase(5...9))\($0 == 0 ? " **\($1.words(2))**" : "")." }
    case 2:
      let head = row(1...2) + "\n| --- | --- | --- |\n"
      return head + (0..<4).reduce(into: "") { rows, _ in rows += row(2...4) + "\n" } + "\n"
    case 3: return "> [!NOTE]\n> \(prose.sentence())\n\n"
    case 4: return lines(3) { "\($0 + 1). \($1.phrase(6...9))." }
    default: return ""
    }
  }

  private mutating func row(_ length: ClosedRange<Int>) -> String {
    "| \(prose.phrase(length)) | \(prose.phrase(length)) | \(prose.phrase(length)) |"
  }

  private mutating func lines(_ count: Int, _ line: (Int, inout Prose) -> String) -> String {
    (0..<count).reduce(into: "") { $0 += line($1, &prose) + "\n" } + "\n"
  }

  /// Sentences of at least so many syllables. The first has a link to another page as long as there are any, the
  /// page's very first paragraph of this kind also the footnote's mark.
  private mutating func paragraph(syllables: Int) -> String {
    let goal = prose.count + syllables
    let link = links.popLast().map { "[\(prose.words(2))](\($0))" }
    var text = prose.sentence(with: link) + (footnotes.popLast() ?? "")
    while prose.count < goal { text += " " + prose.sentence() }
    return text + "\n\n"
  }
}
