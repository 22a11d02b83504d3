import Markdown
import Search
import Vietnamese

extension Run {
  /// Reads the words of every page, once for all portals.
  ///
  /// - Returns: nil where no portal has a search page.
  mutating func index(_ snapshot: Snapshot) async -> Corpus? {
    guard snapshot.drawings.contains(where: \.theme.hasSearch) else { return nil }
    begin(.index)
    return await .reading(snapshot.library, workers: options.workers)
  }
}

extension Corpus {
  static func reading(_ library: Library, workers: Int) async -> Corpus {
    await reading(library.pages.count, workers: workers) { library.pages[$0].append(to: &$1) }
  }
}

extension Drawing {
  /// The same with its search index; as it is where its theme has no search page.
  func indexed(from corpus: Corpus, workers: Int) async -> Drawing {
    guard theme.hasSearch else { return self }
    let documents = SearchDocuments(self)
    return indexed(
      by: await SearchIndex(corpus, documents: documents.list, extra: documents.extra, workers: workers))
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
