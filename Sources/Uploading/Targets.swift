import Diagnostics
import Fields
import Files

/// A place that portals are published to, of publish.yaml.
package struct Target: Sendable {
  package let name: String
  /// A folder's path or a server's address, with `$portal` where the portal's id stands.
  let to: String
  /// A private key's path.
  var key: String?
  /// The path of a file of hosts' keys.
  var knownHosts: String?
  /// The path of a file of certificates.
  var certificate: String?
  /// Ids of the portals that go there; all when empty.
  let portals: [String]

  /// publish.yaml, below the project.
  package static let file = "publish.yaml"
  private static let schema = Schema(name: "publish.yaml", keys: ["targets"])
  private static let targetSchema = Schema(
    name: "publish.yaml", keys: ["name", "to", "portals", "key", "known_hosts", "certificate"])

  /// Reads publish.yaml.
  ///
  /// - Parameters:
  ///   - root: the project's folder.
  ///   - problems: receives what is wrong with it.
  package static func all(of root: String, problems: inout [Diagnostic]) -> [Target] {
    guard Disk.exists(root + "/" + file) else {
      problems.append(Diagnostic(UploadingProblem.noTargets, in: file))
      return []
    }
    let entries: [YAML.Entry]
    switch YAMLFile.read(file, of: root, keys: Set(schema.keys + targetSchema.keys), warnings: &problems) {
    case .success(let read): entries = read
    case .failure(let failure):
      problems.append(failure.diagnostic)
      return []
    }
    var reader = FieldReader(entries, path: file, firstLine: 0)
    let targets = reader.list("targets", schema: targetSchema) { reader, _ -> Target? in
      let target = Target(
        name: reader.requiredText("name"), to: reader.requiredText("to"), key: reader.text("key"),
        knownHosts: reader.text("known_hosts"), certificate: reader.text("certificate"),
        portals: reader.names("portals").map(\.text))
      if target.hasPassword { reader.report(UploadingProblem.password(target.name), at: reader.value("to")) }
      let address = TargetAddress(target.to)
      if address == nil, !target.to.isEmpty {
        reader.report(UploadingProblem.unknownTransport(target.to), at: reader.value("to"))
      }
      if case .server(let server) = address, server.scheme == .ftp {
        reader.report(UploadingProblem.plainText(target.name), at: reader.value("to"), as: .warning)
      }
      return target
    }
    reader.finish(schema)
    problems += reader.problems
    if targets.isEmpty, reader.problems.isEmpty {
      problems.append(Diagnostic(UploadingProblem.noTargets, in: file))
    }
    return targets
  }

  /// `user:password@host` after a scheme.
  private var hasPassword: Bool {
    guard let scheme = to.firstRange(of: "://") else { return false }
    let authority = to[scheme.upperBound...].prefix { $0 != "/" }
    return authority.lastIndex(of: "@").map { authority[..<$0].contains(":") } ?? false
  }

  /// Where a portal goes.
  ///
  /// - Parameters:
  ///   - root: the project's folder, from which paths count.
  ///   - secrets: what is known of passwords.
  func destination(of portal: String, from root: String, _ secrets: Secrets) throws(DestinationFailure)
    -> any Destination
  {
    func whole(_ path: String) -> String {
      if path.hasPrefix("~/") { return secrets.home + path.dropFirst() }
      return path.hasPrefix("/") ? path : absolutePath(root + "/" + path)
    }
    let text = to.replacing("$portal", with: portal)
    switch TargetAddress(text) {
    case .folder(let path): return FolderDestination(folder: whole(path))
    case .server(let address):
      let credentials = Credentials(
        key: key.map(whole), knownHosts: knownHosts.map(whole), certificate: certificate.map(whole),
        password: secrets.password(of: name), ask: secrets.question(about: address.text))
      guard let connection = FileServerConnection(address, credentials, home: secrets.home) else {
        throw DestinationFailure(place: text, reason: .other("libcurl"))
      }
      return FileServer(connection)
    case nil: throw DestinationFailure(place: text, problem: .unknownTransport(text))
    }
  }
}

extension [Target] {
  /// The one that is meant.
  ///
  /// - Parameter name: as it was asked for; nil for the only one.
  package func chosen(_ name: String?, problems: inout [Diagnostic]) -> Target? {
    let known = map(\.name)
    if let name {
      if let target = first(where: { $0.name == name }) { return target }
      let problem = UploadingProblem.unknownTarget(
        name, nearest: nearest(to: name, among: known), known: known)
      problems.append(Diagnostic(problem, in: Target.file))
      return nil
    }
    if count == 1 { return self[0] }
    if !isEmpty { problems.append(Diagnostic(UploadingProblem.whichTarget(known), in: Target.file)) }
    return nil
  }
}
