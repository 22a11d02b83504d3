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
  var isDamaged: Bool { texts?.isDamaged == true }

  /// Stores the pages with which nothing is wrong: of others the problems would have to be stored as well.
  ///
  /// Nothing is written where all of them are stored already.
  func store(_ pages: [ParsedPage], of tree: ContentTree, context: Fingerprint, in cache: BuildCache) {
    var good: [(path: String, parsed: ParsedPage, page: Page)] = []
    for (file, parsed) in zip(tree.pages, pages) where parsed.problems.isEmpty {
      if let page = parsed.page { good.append((file.shownPath, parsed, page)) }
    }
    func entry(_ index: Int) -> Entry? {
      entries[good[index].path].flatMap { $0.key == good[index].parsed.bytes ? $0 : nil }
    }
    let fresh = good.indices.filter { entry($0) == nil }
    if fresh.isEmpty, good.count == entries.count { return }
    let live = good.reduce(into: Int64(0)) { $0 += Int64(entries[$1.path]?.text.count ?? 0) }
    let isWorn = texts.map { $0.size > 2 * live + Self.slack } ?? true
    if isWorn { cache.remove(Self.textsName) }
    let rewritten = isWorn ? Array(good.indices) : fresh
    guard let texts = isWorn ? StoredTexts(cache.path(of: Self.textsName)) : texts,
      let places = texts.append(rewritten.count, { good[rewritten[$0]].page.body.html })
    else { return }
    var written = Dictionary(uniqueKeysWithValues: zip(rewritten, places))
    var writer = RecordWriter()
    writer.write(context)
    writer.write(texts.inode)
    writer.write(list: Array(good.indices)) { writer, index in
      let (path, parsed, page) = good[index]
      writer.write(path)
      writer.write(parsed.bytes)
      writer.write(parsed.declaration)
      let old = entry(index)
      guard let text = written.removeValue(forKey: index) ?? old?.text else { return }
      writer.write(text)
      if let old {
        writer.write(stored.bytes[old.record])
      } else {
        writer.framed { $0.write(page) }
      }
    }
    cache.write(writer.bytes, to: Self.name)
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
