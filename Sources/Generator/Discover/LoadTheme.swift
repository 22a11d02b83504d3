import Diagnostics
import Fields
import Files
import Metadata
import Templates

/// Reads a theme from themes/<name>/: layouts, partials, words and assets.
struct ThemeLoader {
  let root: String
  private(set) var problems: [Diagnostic] = []
  /// Of all that the theme is made of.
  private var content = FingerprintBuilder()
  /// The project's folder, which links must not lead out of: a real path.
  private let home: String
  /// The same for what lies in themes/, which several projects may share by a link in its place.
  private let shelf: String

  init(root: String) {
    self.root = root
    home = (try? Disk.realPath(root)) ?? root
    shelf = (try? Disk.realPath(root + "/themes")) ?? root + "/themes"
  }

  private func home(of path: String) -> String { path.hasPrefix("themes/") ? shelf : home }

  /// - Parameter portal: whose `theme/` folder may replace single templates.
  /// - Returns: nil when the theme cannot be used; `problems` says why.
  mutating func load(_ name: String, for portal: Portal) -> Theme? {
    let folder = "themes/\(name)"
    guard Disk.isFolder(root + "/" + folder) else {
      let themes = ((try? Disk.entries(of: root + "/themes")) ?? []).map(\.name)
      problems.append(
        Diagnostic(
          ThemeProblem.missingTheme(name, nearest: nearest(to: name, among: themes)), in: portal.path)
      )
      return nil
    }
    let before = problems.count
    let overlay = "content/portals/\(portal.id)/theme"
    guard isWithinProject(folder), isWithinProject(overlay) else { return nil }
    let allowsRawText = description(of: folder)
    let words = words(in: folder, language: portal.language)
    let assets = assets(in: folder)
    for (name, text) in words { for part in [name, text] { content.add(part) } }
    for (_, asset) in assets {
      content.add(asset.name)
      content.add(asset.bytes)
    }
    let globals = Self.globals(words: words, assets: assets)
    let layouts = layouts(
      in: folder, overlay: overlay, globals: globals.shape, allowsRawText: allowsRawText)
    for name in Layout.required.map(\.rawValue) where layouts[name] == nil {
      let near = nearest(to: name, among: layouts.keys.sorted())
      problems.append(Diagnostic(ThemeProblem.missingLayout(name, nearest: near), in: folder))
    }
    let hasErrors = problems[before...].contains { $0.severity == .error }
    return hasErrors
      ? nil
      : Theme(
        layouts: layouts, assets: assets.map(\.asset), globals: globals,
        wordsByName: Dictionary(words.map { ($0.name, $0.text) }) { first, _ in first },
        fingerprint: content.fingerprint)
  }

  private static let described = Schema(name: "theme.yaml", keys: ["name", "description", "allows_raw_text"])

  /// Reads theme.yaml.
  ///
  /// - Returns: whether portals' own templates may print text as it is, unescaped.
  private mutating func description(of folder: String) -> Bool {
    let path = folder + "/theme.yaml"
    guard Disk.exists(root + "/" + path) else { return false }
    switch YAMLFile.read(path, of: root, within: shelf, keys: Schema.allKeys, warnings: &problems) {
    case .failure(let failure):
      problems.append(failure.diagnostic)
      return false
    case .success(let entries):
      var reader = FieldReader(entries, path: path, firstLine: 0)
      for key in ["name", "description"] { _ = reader.text(key) }
      let allowsRawText = reader.truth("allows_raw_text")
      reader.finish(Self.described)
      problems += reader.problems
      return allowsRawText
    }
  }

  // MARK: Templates

  private mutating func layouts(in folder: String, overlay: String, globals: Shape, allowsRawText: Bool)
    -> [String: Template]
  {
    var sources: [TemplateSet.Source] = []
    var names: [String] = []
    // The portal's own come first: of two with one name the first counts.
    for (place, isLayout) in [
      (overlay + "/layouts", true), (overlay + "/partials", false), (folder + "/layouts", true),
      (folder + "/partials", false),
    ] {
      for file in files(place) where file.hasSuffix(".mustache") {
        // One that cannot be read is reported once, not also as missing where it is included.
        let bytes = read(place + "/" + file) ?? []
        let name = String(file.dropLast(9))
        content.add(place + "/" + name)
        content.add(bytes)
        sources.append(TemplateSet.Source(name: name, path: place + "/" + file, bytes: bytes))
        if isLayout, !names.contains(name) { names.append(name) }
      }
    }
    for place in [overlay, folder] {
      let paths = Set(sources.map(\.path))
      for source in sources where paths.contains("\(place)/layouts/\(source.name).mustache") {
        guard source.path.hasPrefix(place + "/partials/") else { continue }
        let (name, file) = (source.name, source.path.lastComponent)
        problems.append(Diagnostic(ThemeProblem.sameTemplateName(name), in: place + "/partials/" + file))
      }
    }
    let set = TemplateSet(sources)
    let (templates, found) = set.compile(
      names.map { .init($0, for: RootView.fields.shape, globals: [globals, SiteView.fields.shape]) })
    // A theme is as trusted as the tool; what lies in a portal's folder many people may write.
    problems += found.map { problem in
      guard !allowsRawText, problem.path.hasPrefix(overlay + "/"), problem.isOfRawText else { return problem }
      return Diagnostic(problem.problem, in: problem.path, at: problem.place)
    }
    return Dictionary(zip(names, templates)) { first, _ in first }
  }

  private mutating func read(_ path: String) -> [UInt8]? {
    do throws(Disk.Failure) {
      let bytes = try Disk.read(root + "/" + path, within: home(of: path))
      if let offset = bytes.firstInvalidUTF8 {
        problems.append(Diagnostic(FileProblem.invalidUTF8, in: path, at: .bytes(offset..<offset + 1)))
        return nil
      }
      return bytes
    } catch {
      problems.append(Diagnostic(FileProblem(refusing: error), in: path))
      return nil
    }
  }

  /// What a folder of the theme holds; nothing where it has no such folder.
  private mutating func files(_ folder: String) -> [String] {
    guard Disk.exists(root + "/" + folder), isWithinProject(folder) else { return [] }
    let entries: [Disk.Entry]
    do throws(Disk.Failure) { entries = try Disk.entries(of: root + "/" + folder) } catch {
      problems.append(Diagnostic(FileProblem.unreadableFolder(error.reason), in: folder))
      return []
    }
    return entries.filter { $0.kind != .folder && !$0.name.hasPrefix(".") }.compactMap { entry in
      if entry.isUTF8 { return entry.name }
      problems.append(Diagnostic(FileProblem.nameNotUTF8, in: folder + "/" + entry.name))
      return nil
    }
  }

  /// Whether a folder is where it seems to be; reported where it is not. One that is not there is.
  private mutating func isWithinProject(_ folder: String) -> Bool {
    guard let place = try? Disk.realPath(root + "/" + folder), !Disk.isPath(place, within: home(of: folder))
    else {
      return true
    }
    problems.append(Diagnostic(FileProblem.linkOutside, in: folder))
    return false
  }

  // MARK: Words

  /// The words of a language, in the order of the file; every language has the same.
  private mutating func words(in folder: String, language: Language) -> [(name: String, text: String)] {
    var all: [String: [(name: String, text: String)]] = [:]
    for file in files(folder + "/words") where file.hasSuffix(".yaml") {
      let path = "\(folder)/words/\(file)"
      switch YAMLFile.read(path, of: root, within: shelf, keys: Schema.allKeys, warnings: &problems) {
      case .failure(let failure): problems.append(failure.diagnostic)
      case .success(let entries):
        var reader = FieldReader(entries, path: path, firstLine: 0)
        all[String(file.dropLast(5))] = entries.map { ($0.key, reader.requiredText($0.key)) }
        problems += reader.problems
      }
    }
    let hasSearch = files(folder + "/layouts").contains("search.mustache")
    let names = Set(all.values.joined().map(\.name)).union(Self.requiredWords).union(
      hasSearch ? ["search"] : [])
    for (code, words) in all.sorted(by: { $0.key < $1.key }) {
      for name in names.subtracting(words.map(\.name)).sorted() {
        problems.append(
          Diagnostic(ThemeProblem.missingWord(name, language: code), in: "\(folder)/words/\(code).yaml"))
      }
    }
    if all[language.rawValue] == nil {
      let path = "\(folder)/words/\(language.rawValue).yaml"
      problems.append(Diagnostic(FileProblem.unreadable(.notFound), in: path))
    }
    return all[language.rawValue] ?? []
  }

  /// What the generator itself says in titles and breadcrumbs.
  private static let requiredWords: Set<String> = [
    "home", "topics", "audiences", "site_map", "not_found", "page",
  ]

  // MARK: Assets

  private mutating func assets(in folder: String) -> [(key: String, asset: Theme.Asset)] {
    warnOfFolders(in: folder + "/assets")
    return files(folder + "/assets").compactMap { name -> (key: String, asset: Theme.Asset)? in
      let path = "\(folder)/assets/\(name)"
      do throws(Disk.Failure) {
        let bytes = CleanPicture.published(try Disk.read(root + "/" + path, within: home(of: path)))
        let key = name.lowercased().utf8.map { $0.isASCIILetter || $0.isASCIIDigit ? $0 : UInt8(ascii: "_") }
        return (String(decoding: key, as: UTF8.self), Theme.Asset(name: name, bytes: bytes))
      } catch {
        problems.append(Diagnostic(FileProblem(refusing: error), in: path))
        return nil
      }
    }
  }

  /// Only what lies in assets/ itself is published.
  private mutating func warnOfFolders(in folder: String) {
    for entry in (try? Disk.entries(of: root + "/" + folder)) ?? []
    where entry.kind == .folder && !entry.name.hasPrefix(".") {
      let inner = folder + "/" + entry.name
      for file in files(inner) {
        problems.append(Diagnostic(ThemeProblem.nestedThemeFile, in: inner + "/" + file, as: .warning))
      }
      warnOfFolders(in: inner)
    }
  }

  private static func globals(
    words: [(name: String, text: String)], assets: [(key: String, asset: Theme.Asset)]
  ) -> Table {
    let words = Table("words", texts: words, doc: "a word of the theme's words file")
    let files = Table(
      Theme.files, texts: assets.map { ($0.key, $0.asset.route) },
      doc: "the address of a file of the theme, below the root")
    let (wordShape, fileShape) = (words.shape, files.shape)
    let shape = Shape(
      "globals",
      [
        Shape.Field("words", .record(wordShape), "the theme's words in the portal's language"),
        Shape.Field(Theme.files, .record(fileShape), "the theme's files"),
      ])
    return Table(shape, [.record(words), .record(files)])
  }
}

extension FileProblem {
  fileprivate init(refusing failure: Disk.Failure) {
    self =
      switch failure.reason {
      case .outside: .linkOutside
      case .notRegular: .notRegular
      default: .unreadable(failure.reason)
      }
  }
}

extension Diagnostic {
  /// Whether a template prints text unescaped.
  fileprivate var isOfRawText: Bool {
    if case TemplateProblem.unescapedText? = problem as? TemplateProblem { true } else { false }
  }
}
