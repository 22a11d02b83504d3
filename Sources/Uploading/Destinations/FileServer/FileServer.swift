import LibCurl

/// A folder on an FTP or SFTP server, by libcurl.
///
/// A file is sent under another name and moved into its place. A server that does not rename onto a file that is there (IIS,
/// and OpenSSH's by the protocol that libcurl speaks) is told to remove it first: for the time of one command there is no
/// such file.
final class FileServer: Destination {
  private let connection: FileServerConnection
  private let isFTP: Bool
  private var base: String?
  /// Folders that are there.
  private var folders: Set<String> = []
  /// Whether the server knows MLSD.
  private var hasFacts: Bool
  private var removesBeforeRenaming = false

  private static let passing = ".vungxanh-passing"
  private static let deepest = 64

  init(_ connection: FileServerConnection) {
    self.connection = connection
    isFTP = connection.address.scheme == .ftp || connection.address.scheme == .ftps
    hasFacts = isFTP
  }

  var place: String { connection.address.text }

  /// Runs a request, and says a failure as people know it.
  private func run(_ request: FileServerConnection.Request, at path: String) throws(DestinationFailure)
    -> [UInt8]
  {
    do throws(CurlFailure) { return try connection.run(request) } catch {
      throw failure(error, at: path)
    }
  }

  private func failure(_ failure: CurlFailure, at path: String) -> DestinationFailure {
    DestinationFailure(
      place: path.isEmpty ? place : place + "/" + path, problem: failure.problem(with: connection.address))
  }

  /// The whole path of one below the portal's folder.
  private func whole(_ path: String) throws(DestinationFailure) -> String {
    let base: String
    if let known = self.base { base = known } else { base = try findBase() }
    return path.isEmpty ? base : base + "/" + path
  }

  private func findBase() throws(DestinationFailure) -> String {
    let path = connection.address.path
    var found = path == "/" ? "" : path
    if path == "/~" || path.hasPrefix("/~/"), isFTP {
      _ = try run(.init(path: "/", isBare: true), at: "")
      let entry = connection.entryPath
      found = (entry == "/" ? "" : entry) + path.dropFirst(2)
    }
    base = found
    return found
  }

  func read(_ path: String) throws(DestinationFailure) -> [UInt8]? {
    let whole = try whole(path)
    do throws(CurlFailure) { return try connection.run(.init(path: whole)) } catch {
      if error.isMissing { return nil }
      throw failure(error, at: path)
    }
  }

  func list() throws(DestinationFailure) -> [String: FileThere] {
    var files: [String: FileThere] = [:]
    var pending = [""]
    while let folder = pending.popLast() {
      guard let listing = try listing(of: folder) else { continue }
      folders.insert(folder)
      for entry in listing.entries where entry.name != Self.passing && entry.name != ".well-known" {
        let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
        // A server may say anything: a name with a slash would lead elsewhere.
        guard Manifest.isSafe(path), !entry.name.contains("/") else {
          throw DestinationFailure(place: place, problem: .strangeListing(String(entry.name.prefix(80))))
        }
        switch entry.kind {
        case .folder:
          guard path.split(separator: "/").count < Self.deepest, folders.count + pending.count < 100_000
          else {
            throw DestinationFailure(place: place, problem: .strangeListing(String(path.prefix(80))))
          }
          pending.append(path)
        case .file: files[path] = FileThere(size: entry.size, mark: entry.mark)
        // A link, say: whatever it is, it is not what was sent.
        case .other: files[path] = FileThere(size: -1)
        }
      }
      if let line = listing.unknown.first {
        throw DestinationFailure(place: place, problem: .strangeListing(String(line.prefix(80))))
      }
    }
    return files
  }

  /// nil where there is no such folder.
  private func listing(of folder: String) throws(DestinationFailure) -> FileListing? {
    let path = try whole(folder) + "/"
    do throws(CurlFailure) {
      if hasFacts {
        do throws(CurlFailure) {
          return FileListing(try connection.run(.init(path: path, listing: "MLSD")))
        } catch {
          guard error.isUnknownCommand else { throw error }
          hasFacts = false
        }
      }
      // Some servers list files that begin with a dot only when asked to, and some take no path beside that.
      return FileListing(
        try connection.run(.init(path: path, listing: isFTP ? "LIST -a" : nil, entersFolder: isFTP)))
    } catch {
      if error.isMissing { return nil }
      throw failure(error, at: folder)
    }
  }

  func put(_ bytes: [UInt8], at path: String) throws(DestinationFailure) {
    try makeFolder(path.folderPath)
    let (passing, target) = (try whole(Self.passing), try whole(path))
    let move = rename(passing, to: target)
    var request = FileServerConnection.Request(path: passing, body: bytes)
    request.commands = removesBeforeRenaming ? [removal("*", target)] + move : move
    do throws(CurlFailure) { _ = try connection.run(request) } catch {
      guard error.isRefusedCommand, !removesBeforeRenaming else { throw failure(error, at: path) }
      _ = try run(.init(path: "/", commands: [removal("*", target)] + move, isBare: true), at: path)
      removesBeforeRenaming = true
    }
  }

  func remove(_ path: String) throws(DestinationFailure) {
    var commands = [removal("*", try whole(path))]
    var around = path.folderPath
    while !around.isEmpty {
      commands.append(isFTP ? "*RMD \(try whole(around))" : "*rmdir \(quoted(try whole(around)))")
      folders.remove(around)
      around = around.folderPath
    }
    _ = try run(.init(path: "/", commands: commands, isBare: true), at: path)
  }

  private func makeFolder(_ folder: String) throws(DestinationFailure) {
    guard !folders.contains(folder) else { return }
    let base = try whole("")
    var commands: [String] = []
    var path = ""
    // All of the way, since the portal's own folder may be new as well.
    for part in (base + "/" + folder).split(separator: "/") {
      if path.isEmpty, part == "~" {
        path = "/~"
        continue
      }
      path += "/" + part
      commands.append(isFTP ? "*MKD \(path)" : "*mkdir \(quoted(path))")
    }
    _ = try run(.init(path: "/", commands: commands, isBare: true), at: folder)
    folders.insert(folder)
  }

  private func rename(_ old: String, to new: String) -> [String] {
    isFTP ? ["RNFR \(old)", "RNTO \(new)"] : ["rename \(quoted(old)) \(quoted(new))"]
  }

  private func removal(_ mayFail: String, _ path: String) -> String {
    mayFail + (isFTP ? "DELE \(path)" : "rm \(quoted(path))")
  }

  /// A path as libcurl reads it in a command for SFTP. It knows the home folder by `/~/` in addresses only.
  private func quoted(_ path: String) -> String {
    let path = path.hasPrefix("/~/") ? String(path.dropFirst(3)) : path
    return "\"" + path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
