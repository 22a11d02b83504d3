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

  /// Puts texts on disk until they are drawn; `store` finds them there.
  ///
  /// - Parameters:
  ///   - pages: of which some are parsed already, by their index in the tree. Those whose texts are on disk then come
  ///     back changed.
  ///   - some: which of them to look at.
  mutating func putTextsAway(
    of some: [Int], in pages: inout [ParsedPage?], of tree: ContentTree, in cache: BuildCache
  ) {
    let fresh = addTexts(of: some.map { ($0, pages[$0]) }, tree, in: cache)
    guard let texts = added?.texts else { return }
    for (index, place) in fresh {
      let text = Document.Text.elsewhere(count: Int(place.count)) { texts.text(at: place) }
      let page = pages[index]?.page?.with(text)
      pages[index]?.page = page
    }
  }

  /// Stores the pages with which nothing is wrong: of others the problems would have to be stored as well.
  ///
  /// Nothing is written where all of them are stored already.
  mutating func store(_ pages: [ParsedPage], of tree: ContentTree, context: Fingerprint, in cache: BuildCache)
  {
    let good = pages.indices.filter { pages[$0].isGood }
    let isKnown = good.allSatisfy { entry(of: pages[$0], in: tree.pages[$0]) != nil }
    if isKnown, good.count == entries.count { return }
    addTexts(of: good.map { ($0, pages[$0]) }, tree, in: cache)
    guard let added, !good.contains(where: { isMissing(pages[$0], $0, tree) }) else { return }
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

  /// What this build adds to the texts on disk.
  private struct AddedTexts {
    let texts: StoredTexts
    /// Whether it is another file than the entries speak of.
    let isNew: Bool
    /// Where they lie, by the page's index in the tree.
    var places: [Int: StoredTexts.Place] = [:]

    /// To the texts that are there; or to a new file, where these are worn, or there are none.
    init?(to old: StoredTexts?, whereOf entries: [String: Entry], in cache: BuildCache) {
      let live = entries.values.reduce(into: Int64(0)) { $0 += Int64($1.text.count) }
      if let old, old.size <= 2 * live + StoredPages.slack {
        (texts, isNew) = (old, false)
        return
      }
      cache.remove(StoredPages.textsName)
      guard let fresh = StoredTexts(cache.path(of: StoredPages.textsName)) else { return nil }
      (texts, isNew) = (fresh, true)
    }
  }

  /// Adds the texts of those pages that are missing.
  ///
  /// - Parameter pages: each with its index in the tree.
  /// - Returns: which these are, and where their texts lie.
  @discardableResult
  private mutating func addTexts(
    of pages: [(index: Int, parsed: ParsedPage?)], _ tree: ContentTree, in cache: BuildCache
  ) -> [(index: Int, place: StoredTexts.Place)] {
    if added == nil { added = AddedTexts(to: texts, whereOf: entries, in: cache) }
    let missing = pages.filter { isMissing($0.parsed, $0.index, tree) }
    guard let places = added?.texts.append(missing.count, { missing[$0].parsed?.page?.body.html }) else {
      return []
    }
    let added = zip(missing, places).map { (index: $0.index, place: $1) }
    for (index, place) in added { self.added?.places[index] = place }
    return added
  }

  /// Whether a page is to be stored whose text is not on disk.
  private func isMissing(_ page: ParsedPage?, _ index: Int, _ tree: ContentTree) -> Bool {
    guard let page, page.isGood, added?.places[index] == nil else { return false }
    return added?.isNew != false || entry(of: page, in: tree.pages[index]) == nil
  }

  private func entry(of page: ParsedPage, in file: ContentTree.PageFile) -> Entry? {
    entries[file.shownPath].flatMap { $0.key == page.bytes ? $0 : nil }
  }

  /// So many bytes of texts that nobody needs are always borne.
  private static let slack: Int64 = 4 << 20
}
