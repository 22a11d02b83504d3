import Escaping
import Markdown
import Templates

/// A chapter on the page of a whole handbook.
struct BookChapterView: View {
  let drawing: Drawing
  let base: Base
  let key: PageKey
  /// From 1.
  let number: Int16

  private var page: Page { drawing.page(key) }

  static let fields = Fields<BookChapterView>(
    "book_chapter",
    [
      .number("number", "from 1") { Int($0.number) },
      .text("id", "its anchor, which links from other chapters lead to") { "chuong_\($0.number)" },
      .text("title", "the chapter's title") { $0.page.title },
      .text("description", "one or two sentences") { $0.page.description },
      .raw("content", "its text as HTML, headings one level lower, ids its own within the book") {
        view, output in
        let book = view.drawing.site.parents[view.key]
        MovedText(drawing: view.drawing, key: view.key, base: view.base, book: book, chapter: view.number)
          .append(to: &output)
      },
      .flag("has_content", "whether there is any text") { !$0.page.body.isEmpty },
      .address("href", "the chapter's own page") { ($0.base.prefix($0.drawing), $0.drawing.route($0.key)) },
    ])
}

extension RootView {
  var isWholeBook: Bool { output.kind == .book }

  var bookChapters: [BookChapterView] {
    guard isWholeBook else { return [] }
    return drawing.site.children[output.key].enumerated().map { index, chapter in
      BookChapterView(drawing: drawing, base: base, key: chapter, number: Int16(clamping: index + 1))
    }
  }
}

extension Drawing {
  /// The page of a whole handbook; nil where there is none.
  func bookRoute(of key: PageKey) -> String? {
    guard theme.hasBooks, page(key).kind == .handbook, !site.children[key].isEmpty else { return nil }
    return site.words.book(at: route(key))
  }

  /// Whether any portal shows what a link leads to; else only its text is shown.
  func leads(_ link: Document.Link) -> Bool { isShown(link.page) || site.elsewhere[link.page] != nil }

  /// Appends the address that a link leads to, from a page that stands at `base`.
  func append(_ link: Document.Link, from base: Base, to output: inout [UInt8]) {
    if isShown(link.page) {
      output.append(escaping: base.prefix(self))
      output.append(escaping: route(link.page))
    } else {
      output.append(escaping: site.elsewhere[link.page] ?? "")
    }
    if let fragment = link.fragment {
      output.append(UInt8(ascii: "#"))
      output.append(escaping: fragment)
    }
  }
}
