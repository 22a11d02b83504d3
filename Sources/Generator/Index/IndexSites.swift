import Markdown
import Search
import Vietnamese

/// Gives the portals whose themes have a search page an index each. The words of a page are read once for all of them.
func index(_ editions: [Edition], workers: Int) async -> [Edition] {
  guard let library = editions.first(where: \.theme.hasSearch)?.content else { return editions }
  let corpus = await Corpus.reading(library.pages.count, workers: workers) { index, reader in
    library.pages[index].append(to: &reader)
  }
  var indexed: [Edition] = []
  for edition in editions {
    guard edition.theme.hasSearch else {
      indexed.append(edition)
      continue
    }
    let documents = SearchDocuments(edition)
    let search = await SearchIndex(
      corpus, documents: documents.list, extra: documents.extra, workers: workers)
    indexed.append(edition.adding(search))
  }
  return indexed
}

extension Page {
  fileprivate func append(to reader: inout PageReader) {
    reader.append(title, as: .title)
    if let shortTitle { reader.append(shortTitle, as: .heading) }
    for heading in body.headings { reader.append(heading.text, as: .heading) }
    reader.append(description, as: .summary)
    for tag in tags { reader.append(tag.name, as: .summary) }
    if let number = issue?.number { reader.append(number, as: .title) }
    if let issue { reader.append(issue.issuer, as: .summary) }
    for attachment in attachments { reader.append(attachment.title, as: .summary) }
    body.plainText(keepsSpaces: true).withUnsafeBufferPointer { reader.append($0, as: .body) }
  }
}
