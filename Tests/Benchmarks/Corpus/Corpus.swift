/// The measures of a corpus, and where its pages stand.
struct Corpus {
  let pages: Int
  let sections: Int
  /// Syllables of a page's body, more or less.
  let words: Int
  let portals: Int

  struct Section {
    let folder: String
    let title: String
  }

  func section(_ index: Int) -> Section {
    let known = Vocabulary.sections[index % Vocabulary.sections.count]
    let round = index / Vocabulary.sections.count
    return round == 0
      ? Section(folder: known.folder, title: known.title)
      : Section(folder: "\(known.folder)-\(round + 1)", title: "\(known.title) \(round + 1)")
  }

  /// The path of a page's file below `content/`; pages are dealt to the sections in turn.
  func path(ofPage page: Int) -> String {
    "\(section(page % sections).folder)/page-\(page / sections + 1).md"
  }

  /// How a page links to another: always through the parent folder, which holds from each section.
  func link(toPage page: Int) -> String { "../" + path(ofPage: page) }

  /// The sections in the menu: ten, or fewer where there are fewer.
  var menu: [Section] { (0..<min(sections, 10)).map(section) }

  /// What every generator gets: the home page, the sections and the pages, by their paths below `content/`.
  func writeContent(to content: Folder) throws {
    try content.write(
      "_index.md",
      """
      ---
      title: Vùng xanh
      description: \(Self.description)
      ---

      Chào mừng bạn đến với vùng xanh.

      """)
    for index in 0..<sections {
      let section = section(index)
      try content.write(
        "\(section.folder)/_index.md",
        """
        ---
        title: \(section.title)
        description: Những trang về chủ đề \(section.title.lowercased()), viết cho mọi người dân.
        weight: \((index + 1) * 10)
        ---

        """)
    }
    for number in 0..<pages {
      var page = Page(number, of: self)
      try content.write(path(ofPage: number), page.markdown())
    }
  }

  static let description = "Lời khuyên và địa chỉ trợ giúp để mọi người dùng mạng an toàn, văn minh."
}
