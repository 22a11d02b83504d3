import Files
import Markdown

/// Pages that earlier builds parsed, by the file and its bytes.
package struct StoredPages: Sendable {
  /// What is stored of a page, besides what its record says.
  private struct Entry {
    let key: Fingerprint
    let declaration: Fingerprint
    let text: StoredTexts.Place
    /// Where the record lies among the stored bytes.
    let record: Range<Int>
  }

  private let stored: CachedBytes
  private let texts: StoredTexts?
  /// By the file's path below the project.
  private let entries: [String: Entry]
  /// What this build has added to the texts already.
  private var added: AddedTexts?

  static let name = "pages"
  static let textsName = "texts"
  package static let none = StoredPages(CachedBytes(bytes: [], start: 0), nil, [:])

  private init(_ stored: CachedBytes, _ texts: StoredTexts?, _ entries: [String: Entry]) {
    self.stored = stored
    self.texts = texts
    self.entries = entries
  }

  /// - Parameter context: of all that a page is made of beside its own file; pages of another one are left alone.
  init(in cache: BuildCache, context: Fingerprint) {
    guard let stored = cache.read(Self.name), let texts = StoredTexts(cache.path(of: Self.textsName)),
      let entries = try? stored.bytes.withUnsafeBytes({ (bytes) throws(RecordReader.Damage) in
        var reader = RecordReader(bytes, at: stored.start)
        return try Self.entries(&reader, context, texts)
      })
    else {
      self = .none
      return
    }
    self.init(stored, texts, entries)
  }

  private static func entries(
    _ reader: inout RecordReader, _ context: Fingerprint, _ texts: StoredTexts
  ) throws(RecordReader.Damage) -> [String: Entry] {
    guard try reader.fingerprint() == context, try reader.number() == texts.inode else { return [:] }
    let list = try reader.list { (reader) throws(RecordReader.Damage) in
      let path = try reader.text()
      let (key, declaration) = (try reader.fingerprint(), try reader.fingerprint())
      let text = try reader.textPlace()
      let start = reader.offset + 4
      try reader.skipArray()
      return (path, Entry(key: key, declaration: declaration, text: text, record: start..<reader.offset))
    }
    return Dictionary(list) { first, _ in first }
  }

  /// The page of a file; nil where it is not stored, or was made of other bytes.
  ///
  /// - Parameter key: of the file's bytes, and of what the section around it says its pages are.
  func page(of file: ContentTree.PageFile, key: Fingerprint) -> ParsedPage? {
    guard let texts, let entry = entries[file.shownPath], entry.key == key else { return nil }
    return stored.bytes.withUnsafeBytes { bytes in
      var reader = RecordReader(bytes, at: entry.record.lowerBound)
      let text = Document.Text.elsewhere(count: Int(entry.text.count)) { texts.text(at: entry.text) }
      return (try? reader.page(text)).map {
        ParsedPage(page: $0, problems: [], bytes: key, declaration: entry.declaration)
      }
    }
  }

  /// Whether a text that was fetched was not what had been stored.
  var isDamaged: Bool { texts?.isDamaged == true || added?.texts.isDamaged == true }

  /// Puts the texts of pages on disk until they are drawn, where they are many: `store` finds them there.
  ///
  /// - Parameters:
  ///   - pages: in the order of the tree; those whose texts are on disk come back changed.
  ///   - budget: so many bytes of texts may stay in memory.
  mutating func putTextsAway(
    of pages: inout [ParsedPage], of tree: ContentTree, in cache: BuildCache, budget: Int
  ) {
    let inMemory = pages.reduce(0) { $0 + ($1.page?.body.countInMemory ?? 0) }
    guard inMemory > budget, let added = addTexts(of: pages, of: tree, in: cache) else { return }
    self.added = added
    for (index, place) in added.places {
      let text = Document.Text.elsewhere(count: Int(place.count)) { added.texts.text(at: place) }
      pages[index].page = pages[index].page?.with(text)
    }
    Memory.giveBackFreed()
  }

  /// Stores the pages with which nothing is wrong: of others the problems would have to be stored as well.
  ///
  /// Nothing is written where all of them are stored already.
  func store(_ pages: [ParsedPage], of tree: ContentTree, context: Fingerprint, in cache: BuildCache) {
    let good = good(pages)
    let isKnown = good.allSatisfy { entry(of: pages[$0], in: tree.pages[$0]) != nil }
    if isKnown, good.count == entries.count { return }
    guard let added = added ?? addTexts(of: pages, of: tree, in: cache) else { return }
    var writer = RecordWriter()
    writer.write(context)
    writer.write(added.texts.inode)
    writer.write(list: good) { writer, index in
      let (path, parsed) = (tree.pages[index].shownPath, pages[index])
      let old = entry(of: parsed, in: tree.pages[index])
      writer.write(path)
      writer.write(parsed.bytes)
      writer.write(parsed.declaration)
      guard let page = parsed.page, let text = added.places[index] ?? old?.text else { return }
      writer.write(text)
      if let old {
        writer.write(stored.bytes[old.record])
      } else {
        writer.framed { $0.write(page) }
      }
    }
    cache.write(writer.bytes, to: Self.name)
  }

  /// What was added to the texts on disk.
  private struct AddedTexts {
    let texts: StoredTexts
    /// Where they lie, by the page's index in the tree; of the others as their entries say.
    let places: [Int: StoredTexts.Place]
  }

  /// Adds those texts of good pages that are not on disk; or all of them to a new file, where the old one is worn.
  private func addTexts(of pages: [ParsedPage], of tree: ContentTree, in cache: BuildCache) -> AddedTexts? {
    let good = good(pages)
    let fresh = good.filter { entry(of: pages[$0], in: tree.pages[$0]) == nil }
    let live = good.reduce(into: Int64(0)) { $0 += Int64(entries[tree.pages[$1].shownPath]?.text.count ?? 0) }
    let isWorn = texts.map { $0.size > 2 * live + Self.slack } ?? true
    if isWorn { cache.remove(Self.textsName) }
    let written = isWorn ? good : fresh
    guard let texts = isWorn ? StoredTexts(cache.path(of: Self.textsName)) : texts,
      let places = texts.append(written.count, { pages[written[$0]].page?.body.html })
    else { return nil }
    return AddedTexts(texts: texts, places: Dictionary(uniqueKeysWithValues: zip(written, places)))
  }

  private func good(_ pages: [ParsedPage]) -> [Int] {
    pages.indices.filter { pages[$0].problems.isEmpty && pages[$0].page != nil }
  }

  private func entry(of page: ParsedPage, in file: ContentTree.PageFile) -> Entry? {
    entries[file.shownPath].flatMap { $0.key == page.bytes ? $0 : nil }
  }

  /// So many bytes of texts that nobody needs are always borne.
  private static let slack: Int64 = 4 << 20
}

extension RecordWriter {
  fileprivate mutating func write(_ place: StoredTexts.Place) {
    write(place.offset)
    write(place.count)
    write(place.sum)
  }
}

extension RecordReader {
  fileprivate mutating func textPlace() throws(Damage) -> StoredTexts.Place {
    StoredTexts.Place(offset: try number(), count: try number(), sum: try fingerprint())
  }
}
