import Markdown
import Templates
import Vietnamese

/// A page of the content tree in full.
struct PageView: View {
  let drawing: Drawing
  let base: Base
  let key: PageKey
  /// Whether it stands on the page of a whole handbook.
  var isInBook = false

  private var page: Page { drawing.page(key) }
  private var provenance: Page.Provenance? { page.provenance }

  private func card(_ key: PageKey) -> CardView { CardView(drawing: drawing, base: base, key: key) }
  private func words(_ date: CalendarDate?) -> String? { date.map(drawing.words) }

  static let fields = Fields<PageView>(
    "page",
    [
      .text("title", "the title") { $0.page.title },
      .text("short_title", "the shorter title for menus, else the title") {
        $0.page.shortTitle ?? $0.page.title
      },
      .text("description", "one or two sentences") { $0.page.description },
      .text("kind", "page, guide, tip, document, chapter, section, handbook, campaign or home") {
        $0.page.kind.rawValue
      },
      .raw("content", "the text as HTML") { view, output in view.appendContent(to: &output) },
      .flag("has_content", "whether there is any text") { !$0.page.body.isEmpty },
      .list("contents", "the table of contents; empty for fewer than two headings", ContentsView.self) {
        ContentsView.list(of: $0.page)
      },
      .flag("has_contents", "whether there is a table of contents") { $0.page.body.headings.count > 1 },
      .text("date", "when it was first published, in words") { $0.words($0.page.date) },
      .text("date_iso", "the same as 2026-11-23") { $0.page.date?.iso },
      .text("updated", "when it was last changed, in words") { $0.words($0.page.updated) },
      .text("updated_iso", "the same as 2026-11-23") { $0.page.updated?.iso },
      .text("owner", "the unit that answers for it; the portal's own where the page names none") {
        $0.provenance?.owner ?? $0.drawing.portal.body
      },
      .text("author", "who wrote it") { $0.provenance?.author },
      .text("approved_by", "who approved it") { $0.provenance?.approvedBy },
      .text("approved_on", "when it was approved, in words") { $0.words($0.provenance?.approvedOn) },
      .text("review_by", "when it is to be checked again, in words") { $0.words($0.provenance?.reviewBy) },
      .text("expires", "the last day it is shown, in words") { $0.words($0.provenance?.expires) },
      .list("sources", "what it rests on", SourceView.self) { view in
        (view.provenance?.sources ?? []).map { SourceView(drawing: view.drawing, source: $0) }
      },
      .flag("has_sources", "whether it names what it rests on") { !($0.provenance?.sources ?? []).isEmpty },
      .text("age", "the age band, as 6–10") { $0.page.age?.text },
      .list("tags", "its tags", TopicView.self) { $0.tags },
      .flag("has_tags", "whether it has tags") { !$0.page.tags.isEmpty },
      .list("audiences", "whom it is for", TopicView.self) { $0.audiences },
      .flag("has_audiences", "whether it says whom it is for") { !$0.page.audiences.isEmpty },
      .record("image", "its picture", PictureView.self) { view in
        view.page.image.map {
          PictureView(href: view.drawing.href(of: $0.file, from: view.base), alt: $0.alt)
        }
      },
      .list("attachments", "files to download", AttachmentView.self) { view in
        view.page.attachments.map {
          AttachmentView(
            drawing: view.drawing, attachment: $0, href: view.drawing.href(of: $0.file, from: view.base))
        }
      },
      .flag("has_attachments", "whether it has files to download") { !$0.page.attachments.isEmpty },
      .list("related", "pages on the same matter", CardView.self) { view in view.related.map(view.card) },
      .flag("has_related", "whether there are pages on the same matter") { $0.hasRelated },
      .text("whole_book_href", "on a handbook and its chapters: all of it on one page, for printing") {
        view in
        view.drawing.bookRoute(of: view.book ?? view.key).map { view.base.prefix(view.drawing) + $0 }
      },
      .record("book", "the handbook of a chapter", CardView.self) { view in view.book.map(view.card) },
      .list(
        "chapters", "the chapters of this handbook, or of the handbook around this chapter", ChapterView.self
      ) {
        $0.chapters
      },
      .flag("has_chapters", "whether there are chapters") { !$0.chapterKeys.isEmpty },
      .number("chapter_number", "which chapter it is, from 1") { view in
        view.siblings.firstIndex(of: view.key).map { $0 + 1 }
      },
      .record("issue", "on a document: what it is cited by", IssueView.self) { view in
        view.page.issue.map { IssueView(drawing: view.drawing, issue: $0) }
      },
      .record("campaign_days", "on a campaign: when it runs", CampaignDaysView.self) { view in
        view.page.kind == .campaign ? CampaignDaysView(drawing: view.drawing, key: view.key) : nil
      },
      .record("previous", "the chapter before; the handbook itself before the first", CardView.self) { view in
        view.neighbour(-1).map(view.card)
      },
      .record("next", "the chapter after", CardView.self) { view in view.neighbour(1).map(view.card) },
    ])

  // MARK: Text

  private func appendContent(to output: inout [UInt8]) {
    if base != Base(route: drawing.route(key)) {
      let book = isInBook ? key : nil
      return MovedText(drawing: drawing, key: key, base: base, book: book).append(to: &output)
    }
    let body = page.body
    guard let html = body.html else { return }
    var written = 0
    for slot in body.slots {
      guard let link = body.link(at: slot) else { continue }
      guard drawing.leads(link) else {
        let tags = Document.tags(of: slot, in: html)
        output.append(contentsOf: html[written..<tags.opening.lowerBound])
        output.append(contentsOf: html[tags.opening.upperBound..<tags.closing.lowerBound])
        written = tags.closing.upperBound
        continue
      }
      output.append(contentsOf: html[written..<Int(slot.offset)])
      written = Int(slot.offset)
      drawing.append(link, from: base, to: &output)
    }
    output.append(contentsOf: html[written...])
  }

  // MARK: Relations

  private var tags: [TopicView] {
    page.tags.compactMap { tag in
      drawing.tagGroup(tag.slug).map { TopicView(drawing: drawing, base: base, group: $0) }
    }
  }

  private var audiences: [TopicView] {
    page.audiences.compactMap { index in
      let id = drawing.audiences[index].id
      return drawing.site.audiences.first { $0.slug == id }.map {
        TopicView(drawing: drawing, base: base, group: $0)
      }
    }
  }

  private var book: PageKey? {
    page.kind == .chapter ? drawing.site.parents[key] : nil
  }

  private var siblings: [PageKey] { book.map { drawing.site.children[$0] } ?? [] }

  private var chapterKeys: [PageKey] { page.kind == .handbook ? drawing.site.children[key] : siblings }

  private var chapters: [ChapterView] {
    chapterKeys.enumerated().map { number, chapter in
      ChapterView(card: card(chapter), number: number + 1, isCurrent: chapter == key)
    }
  }

  private func neighbour(_ step: Int) -> PageKey? {
    if page.kind == .handbook { return step > 0 ? drawing.site.children[key].first : nil }
    guard let position = siblings.firstIndex(of: key) else { return nil }
    if position + step < 0 { return book }
    return position + step < siblings.count ? siblings[position + step] : nil
  }

  /// Those the author names, else up to three that share most tags.
  private var related: [PageKey] {
    if !page.related.isEmpty { return page.related.map(\.key).filter(drawing.isShown) }
    guard !page.kind.isSection, page.kind != .chapter else { return [] }
    return drawing.pagesSharingTags(with: key)
  }

  /// The same as `!related.isEmpty`, without looking for them.
  private var hasRelated: Bool {
    if !page.related.isEmpty { return page.related.contains { drawing.isShown($0.key) } }
    guard !page.kind.isSection, page.kind != .chapter else { return false }
    return page.tags.contains { (drawing.tagGroup($0.slug)?.keys.count ?? 0) > 1 }
  }
}

/// Where a fact or a text comes from.
struct SourceView: View {
  let drawing: Drawing
  let source: Page.Source

  static let fields = Fields<SourceView>(
    "source",
    [
      .text("name", "the source") { $0.source.name },
      .text("url", "its address, if it has one") { $0.source.url },
      .text("date", "its date in words") { view in view.source.date.map(view.drawing.words) },
    ])
}

/// A picture of a page.
struct PictureView: View {
  let href: String
  let alt: String

  static let fields = Fields<PictureView>(
    "picture",
    [
      .text("href", "the address of the file") { $0.href },
      .text("alt", "what it shows, for those who cannot see it") { $0.alt },
    ])
}

/// A file to download.
struct AttachmentView: View {
  let drawing: Drawing
  let attachment: Page.Attachment
  let href: String

  static let fields = Fields<AttachmentView>(
    "attachment",
    [
      .text("title", "what it is") { $0.attachment.title },
      .text("href", "the address of the file") { $0.href },
      .text("date", "the day it is of, in words") { view in view.attachment.date.map(view.drawing.words) },
      .text("date_iso", "the same as 2026-11-23") { $0.attachment.date?.iso },
      .text("size", "its size, as 1,5 MB") { NumberFormat.bytes($0.attachment.size) },
      .text("format", "its ending in capitals, as PDF") { view in
        view.href.lastIndex(of: ".").map { view.href[view.href.index(after: $0)...].uppercased() }
      },
    ])
}

/// A chapter in a handbook's list.
struct ChapterView: View {
  let card: CardView
  let number: Int
  let isCurrent: Bool

  static let fields = Fields<ChapterView>(
    "chapter",
    [
      .number("number", "from 1") { $0.number },
      .record("chapter", "the chapter's page", CardView.self) { $0.card },
      .flag("is_current", "whether it is this page") { $0.isCurrent },
    ])
}
