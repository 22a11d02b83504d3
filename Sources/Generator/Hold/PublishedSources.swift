import Files

/// The sources that an output was last made of: what is held back stays as it is there.
///
/// They are kept in the user's cache, pages one behind the other in a file that only grows until half of it is waste, and an
/// index of them. Another program reads them as well: they are what people wrote.
struct PublishedSources: Sendable {
  struct Entry: Sendable {
    /// Of the file, and of what the section around it said its pages are.
    let key: Fingerprint
    let place: StoredTexts.Place
  }

  /// By the file's path below the project.
  private(set) var entries: [String: Entry] = [:]
  /// Since when files are held back: seconds since 1970, by their paths.
  private(set) var since: [String: Int64] = [:]
  /// Whether anything is known at all.
  let isKnown: Bool
  private var texts: StoredTexts?
  /// Sources of this build, which may become the published ones.
  private var added: [String: Entry] = [:]
  private let cache: BuildCache?
  private let name: String

  static let prefix = "sources-"
  static let ending = ".text"
  static let site = "content/site.yaml"

  init(in cache: BuildCache?, output: String) {
    self.init(in: cache, named: Self.prefix + PublishedSites.name(of: output))
  }

  /// - Parameter name: of the part of the cache.
  init(in cache: BuildCache?, named name: String) {
    self.cache = cache
    self.name = name
    guard let cache, let stored = cache.read(name, ofAnyProgram: true),
      let texts = StoredTexts(cache.path(of: name + Self.ending)),
      let read = try? stored.bytes.withUnsafeBytes({ (bytes) throws(RecordReader.Damage) in
        var reader = RecordReader(bytes, at: stored.start)
        return try reader.sources(in: texts)
      }), read.entries[Self.site] != nil  // else it was no project
    else {
      isKnown = false
      return
    }
    (entries, since, isKnown) = (read.entries, read.since, true)
    self.texts = texts
  }

  /// The source of a file as it was published last; nil where it was not, or cannot be read.
  func source(_ path: String) -> [UInt8]? { entries[path].flatMap { texts?.text(at: $0.place) } }

  /// Whether a source is that which was published, or one that is kept already.
  func holds(_ path: String, _ key: Fingerprint) -> Bool {
    cache == nil || entries[path]?.key == key || added[path]?.key == key
  }

  /// Keeps sources, for the case that they are published.
  mutating func add(_ sources: [(path: String, key: Fingerprint, bytes: [UInt8])]) {
    guard let cache, !sources.isEmpty else { return }
    if texts == nil {
      cache.remove(name + Self.ending)
      texts = StoredTexts(cache.path(of: name + Self.ending))
    }
    guard let places = texts?.append(sources.count, { sources[$0].bytes }) else { return }
    for (source, place) in zip(sources, places) {
      added[source.path] = Entry(key: source.key, place: place)
    }
  }

  /// These are the published ones now.
  ///
  /// - Parameters:
  ///   - sources: each with its key. One whose text is not kept is left out: nobody could go back to it.
  ///   - since: since when files are held back.
  mutating func publish(_ sources: [(path: String, key: Fingerprint)], since: [String: Int64]) {
    guard let cache, let texts else { return }
    let isSame =
      since == self.since && sources.count == entries.count
      && sources.allSatisfy { entries[$0.path]?.key == $0.key }
    if isSame { return }
    var now: [String: Entry] = [:]
    now.reserveCapacity(sources.count)
    for (path, key) in sources {
      now[path] = [added[path], entries[path]].lazy.compactMap(\.self).first { $0.key == key }
    }
    (entries, self.since, added) = (now, since, [:])
    write(in: cache, texts, slack: Self.slack)
  }

  /// Removes sources for good, also what earlier builds left of them.
  ///
  /// - Parameter paths: of files below the project.
  /// - Returns: whether nothing of them is left.
  mutating func forget(_ paths: [String]) -> Bool {
    guard let cache, let texts else { return false }
    for path in paths {
      entries[path] = nil
      since[path] = nil
    }
    return write(in: cache, texts, slack: -1)
  }

  /// - Parameter slack: so many bytes that nobody needs are borne.
  /// - Returns: whether all of it was written.
  @discardableResult
  private mutating func write(in cache: BuildCache, _ texts: StoredTexts, slack: Int64) -> Bool {
    guard let texts = Self.compact(texts, &entries, in: cache, name + Self.ending, slack: slack) else {
      return false
    }
    self.texts = texts
    var writer = RecordWriter()
    writer.write(texts.inode)
    writer.write(list: entries.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value.key)
      writer.write(item.value.place)
    }
    writer.write(list: since.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(item.value)
    }
    defer { cache.keepNewest(2 * PublishedSites.mostOutputs, named: Self.prefix) }
    return cache.write(writer.bytes, to: name)
  }

  /// Copies the texts that are of use to a new file, where most are not.
  private static func compact(
    _ texts: StoredTexts, _ entries: inout [String: Entry], in cache: BuildCache, _ name: String,
    slack: Int64
  ) -> StoredTexts? {
    let live = entries.values.reduce(into: Int64(0)) { $0 += Int64($1.place.count) }
    guard slack < 0 || texts.currentSize > 2 * live + slack else { return texts }
    let paths = entries.keys.sorted()
    // The old file is open still, and gone when nobody holds it any more.
    guard cache.remove(name), let fresh = StoredTexts(cache.path(of: name)),
      let places = fresh.append(paths.count, { entries[paths[$0]].flatMap { texts.text(at: $0.place) } })
    else { return nil }
    for (path, place) in zip(paths, places) {
      if let key = entries[path]?.key { entries[path] = Entry(key: key, place: place) }
    }
    return fresh
  }

  /// So many bytes that nobody needs are always borne.
  private static let slack: Int64 = 4 << 20
}

extension RecordReader {
  fileprivate mutating func sources(
    in texts: StoredTexts
  ) throws(Damage) -> (entries: [String: PublishedSources.Entry], since: [String: Int64]) {
    guard try number() == texts.inode else { throw Damage() }
    let entries = try list { (reader) throws(Damage) in
      (
        try reader.text(),
        PublishedSources.Entry(key: try reader.fingerprint(), place: try reader.textPlace())
      )
    }
    let since = try list { (reader) throws(Damage) in (try reader.text(), try reader.number(Int64.self)) }
    return (
      Dictionary(entries) { first, _ in first }, Dictionary(since) { first, _ in first }
    )
  }
}
