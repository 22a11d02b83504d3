import Diagnostics
import Fields
import Files

/// A place that portals are published to, of publish.yaml.
package struct Target: Sendable {
  package let name: String
  /// A folder's path, with `$portal` where the portal's id stands.
  let to: String
  /// Ids of the portals that go there; all when empty.
  let portals: [String]

  /// publish.yaml, below the project.
  package static let file = "publish.yaml"
  private static let schema = Schema(name: "publish.yaml", keys: ["targets"])
  private static let targetSchema = Schema(name: "publish.yaml", keys: ["name", "to", "portals"])

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
        name: reader.requiredText("name"), to: reader.requiredText("to"),
        portals: reader.names("portals").map(\.text))
      if target.hasPassword { reader.report(UploadingProblem.password(target.name), at: reader.value("to")) }
      if !target.isFolder, !target.to.isEmpty {
        reader.report(UploadingProblem.unknownTransport(target.to), at: reader.value("to"))
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

  private var isFolder: Bool { to.hasPrefix("/") || to.hasPrefix("./") || to.hasPrefix("../") }

  func destination(of portal: String, from root: String) -> any Destination {
    let path = to.replacing("$portal", with: portal)
    return FolderDestination(folder: path.hasPrefix("/") ? path : absolutePath(root + "/" + path))
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
