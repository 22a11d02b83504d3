import Markdown
import Search
import Vietnamese

/// What search indexes are made from, and what stands published already.
struct Words: Sendable {
  /// The words of every page; nil where no index has to be made.
  let corpus: Corpus?
  let published: PublishedSites
}

extension Run {
  /// Reads the words of every page, once for all portals, if any portal's index has to be made.
  mutating func index(_ snapshot: Snapshot) async -> Words {
    let published = PublishedSites(in: options.isClean ? nil : options.cache, output: options.site)
    let isNeeded = snapshot.drawings.contains { $0.theme.hasSearch && published.index(of: $0) == nil }
    guard isNeeded else { return Words(corpus: nil, published: published) }
    begin(.index)
    return Words(
      corpus: await .reading(snapshot.library, workers: options.workers), published: published)
  }
}

extension Corpus {
  static func reading(_ library: Library, workers: Int) async -> Corpus {
    await reading(library.pages.count, workers: workers) { library.pages[PageID($0)].append(to: &$1) }
  }
}

extension Drawing {
  /// The same with its search index; as it is where its theme has no search page.
  func indexed(from corpus: Corpus, workers: Int) async -> Drawing {
    guard theme.hasSearch else { return self }
    let documents = SearchDocuments(self)
    let index = await SearchIndex(
      corpus, documents: documents.list, extra: documents.extra, workers: workers, card: documents.card)
    return indexed(by: PortalIndex(index, made: indexFingerprint))
  }
}

extension Page {
  fileprivate func append(to reader: inout PageReader) {
    reader.append(header.title, as: .title)
    if let shortTitle = header.shortTitle { reader.append(shortTitle, as: .heading) }
    for heading in body.headings { reader.append(heading.text, as: .heading) }
    reader.append(header.description, as: .summary)
    for tag in header.tags { reader.append(tag.name, as: .summary) }
    if let number = issue?.number { reader.append(number, as: .title) }
    if let issue { reader.append(issue.issuer, as: .summary) }
    for attachment in header.attachments { reader.append(attachment.title, as: .summary) }
    body.plainText(keepsSpaces: true).withUnsafeBufferPointer { reader.append($0, as: .body) }
  }
}
