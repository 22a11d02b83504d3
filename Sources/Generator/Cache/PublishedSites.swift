import Files

/// What earlier builds published into an output folder: of what each file was made, and how to know it again. A file that
/// is still the same and would be made of the same is neither drawn nor read.
struct PublishedSites: Sendable {
  struct File: Sendable {
    let made: Fingerprint
    let identity: FileIdentity
  }

  struct Index: Sendable {
    let made: Fingerprint
    let version: String
    let documentCount: Int
  }

  struct Portal: Sendable {
    /// By path below the portal's folder.
    var files: [String: File] = [:]
    /// The search index, where it has one.
    var index: Index?
  }

  private var portals: [String: Portal] = [:]
  /// The output folder, which may not exist yet.
  private let output: String

  init(in cache: BuildCache?, output: String) {
    self.output = output
    guard let stored = cache?.read(Self.prefix + Self.name(of: output)) else { return }
    portals =
      stored.bytes.withUnsafeBytes { bytes in
        var reader = RecordReader(bytes, at: stored.start)
        return try? reader.portals()
      } ?? [:]
  }

  private static let prefix = "site-"
  /// Of so many output folders of a project it is known what stands there.
  static let mostOutputs = 8

  /// Each output folder has its own; a folder that is moved is another one.
  static func name(of output: String) -> String {
    Fingerprint(of: Array(((try? Disk.realPath(output)) ?? output).utf8)).hex
  }

  subscript(portal: String) -> Portal { portals[portal] ?? Portal() }

  /// Whether a file stands where it was published, as it was, and would be made of the same.
  func holds(_ path: String, of portal: String, made: Fingerprint) -> Bool {
    guard let file = portals[portal]?.files[path], file.made == made else { return false }
    return FileIdentity(of: "\(output)/\(portal)/\(path)") == file.identity
  }

  /// The search index that was published, if it would be made of the same and is whole.
  func index(of drawing: Drawing) -> PortalIndex? {
    guard let portal = portals[drawing.portal.id], let index = portal.index,
      index.made == drawing.indexFingerprint
    else { return nil }
    let paths = portal.files.keys.filter { $0.hasPrefix(Site.searchFolder) }.sorted()
    guard !paths.isEmpty, paths.allSatisfy({ holds($0, of: drawing.portal.id, made: index.made) }) else {
      return nil
    }
    return PortalIndex(
      made: index.made, version: index.version, documentCount: index.documentCount,
      names: paths.map(\.lastComponent), files: [])
  }

  /// Keeps what was published just now, in place of what was known of those portals.
  mutating func update(_ staged: [StagedPortal]) {
    for portal in staged {
      var files: [String: File] = [:]
      files.reserveCapacity(portal.made.count)
      for (path, made) in portal.made {
        guard let identity = FileIdentity(of: "\(output)/\(portal.id)/\(path)") else { continue }
        files[path] = File(made: made, identity: identity)
      }
      portals[portal.id] = Portal(files: files, index: portal.index)
    }
  }

  func store(in cache: BuildCache) {
    var writer = RecordWriter()
    writer.write(list: portals.sorted { $0.key < $1.key }) { writer, item in
      writer.write(item.key)
      writer.write(list: item.value.files.sorted { $0.key < $1.key }) { writer, item in
        writer.write(item.key)
        writer.write(item.value.made)
        writer.write(item.value.identity)
      }
      writer.write(item.value.index) { writer, index in
        writer.write(index.made)
        writer.write(index.version)
        writer.write(Int64(index.documentCount))
      }
    }
    cache.write(writer.bytes, to: Self.prefix + Self.name(of: output))
    cache.keepNewest(Self.mostOutputs, named: Self.prefix)
  }
}

extension RecordReader {
  fileprivate mutating func portals() throws(Damage) -> [String: PublishedSites.Portal] {
    let list = try list { (reader) throws(Damage) in (try reader.text(), try reader.portal()) }
    return Dictionary(list) { first, _ in first }
  }

  private mutating func portal() throws(Damage) -> PublishedSites.Portal {
    let files = try list { (reader) throws(Damage) in
      (
        try reader.text(),
        PublishedSites.File(made: try reader.fingerprint(), identity: try reader.identity())
      )
    }
    return PublishedSites.Portal(
      files: Dictionary(files) { first, _ in first },
      index: try optional { (reader) throws(Damage) in
        PublishedSites.Index(
          made: try reader.fingerprint(), version: try reader.text(),
          documentCount: Int(try reader.number(Int64.self)))
      })
  }
}
