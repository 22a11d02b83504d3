/// What a server says is in one of its folders.
///
/// FTP has two ways to say it: MLSD (RFC 3659), which is for programs, and LIST, which is for people and in practice the
/// lines of `ls -l` or of MS-DOS's `dir` (IIS). SFTP servers give the former.
struct FileListing {
  struct Entry: Equatable {
    enum Kind { case file, folder, other }

    let name: String
    let kind: Kind
    var size = 0
    /// When it was changed, as the server writes it.
    var mark = ""
  }

  var entries: [Entry] = []
  /// Lines that say nothing known.
  var unknown: [String] = []

  init(_ bytes: [UInt8]) {
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let text = String(decoding: line, as: UTF8.self)
      guard let entry = Self.facts(text) ?? Self.unix(text) ?? Self.msDos(text) else {
        if !text.hasPrefix("total ") { unknown.append(text) }
        continue
      }
      if entry.name != ".", entry.name != ".." { entries.append(entry) }
    }
  }

  /// `type=file;size=12;modify=20261127101500; tên tệp`.
  private static func facts(_ line: String) -> Entry? {
    guard let space = line.firstIndex(of: " "), line[..<space].hasSuffix(";"), line[..<space].contains("=")
    else {
      return nil
    }
    var facts: [String: Substring] = [:]
    for fact in line[..<space].split(separator: ";") {
      guard let sign = fact.firstIndex(of: "=") else { return nil }
      facts[fact[..<sign].lowercased()] = fact[fact.index(after: sign)...]
    }
    let name = String(line[line.index(after: space)...])
    switch facts["type"]?.lowercased() {
    case "file":
      return Entry(
        name: name, kind: .file, size: facts["size"].flatMap { Int($0) } ?? -1,
        mark: "\(facts["modify"] ?? "")")
    case "dir": return Entry(name: name, kind: .folder)
    case "cdir", "pdir": return Entry(name: ".", kind: .folder)
    case .some: return Entry(name: name, kind: .other)
    case nil: return nil
    }
  }

  /// `-rw-r--r--   1 user group 12 Nov 27 10:15 tên tệp`.
  private static func unix(_ line: String) -> Entry? {
    guard let first = line.first, "-dlbcps".contains(first) else { return nil }
    guard let (fields, name) = split(line, fields: 8), fields[0].count >= 10, let size = Int(fields[4]) else {
      return nil
    }
    let mark = fields[5...].joined(separator: " ")
    switch first {
    case "-": return Entry(name: name, kind: .file, size: size, mark: mark)
    case "d": return Entry(name: name, kind: .folder)
    default: return Entry(name: name, kind: .other)
    }
  }

  /// `11-27-26  10:15AM       <DIR>          tên` or a size in the third place.
  private static func msDos(_ line: String) -> Entry? {
    guard line.first?.isNumber == true, let (fields, name) = split(line, fields: 3), fields[0].contains("-"),
      fields[1].contains(":")
    else { return nil }
    if fields[2] == "<DIR>" { return Entry(name: name, kind: .folder) }
    return Int(fields[2]).map { Entry(name: name, kind: .file, size: $0, mark: "\(fields[0]) \(fields[1])") }
  }

  /// The first fields of a line, and the rest as it stands.
  private static func split(_ line: String, fields count: Int) -> (fields: [Substring], rest: String)? {
    var (fields, rest) = ([Substring](), line[...])
    while fields.count < count {
      rest = rest.drop { $0 == " " }
      let field = rest.prefix { $0 != " " }
      guard !field.isEmpty else { return nil }
      fields.append(field)
      rest = rest[field.endIndex...]
    }
    // A name may begin with a space; MS-DOS sets it in a column of its own.
    let name = count == 3 ? rest.drop { $0 == " " } : rest.dropFirst()
    return name.isEmpty ? nil : (fields, String(name))
  }
}
