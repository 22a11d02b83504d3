import Diagnostics
import Files

/// A portal that was sent, or is to be.
package struct SentPortal: Sendable {
  package let id: String
  /// Where to, as people know it.
  package let place: String
  package let report: UploadReport
}

/// Sends portals to a target, one after the other.
///
/// - Parameters:
///   - portals: ids; of an empty list all that the target has, of those that are built.
///   - site: the folder that portals' folders stand in.
///   - built: ids of the portals that were built there.
///   - root: the project's folder, from which the target's path counts.
///   - withdrawn: by portal, paths below it that were withdrawn.
///   - secrets: what is known of passwords.
///   - problems: receives what is wrong before anything is sent.
package func publish(
  _ portals: [String], of site: String, built: [String], to target: Target, from root: String,
  withdrawn: [String: Set<String>], _ rules: UploadRules, _ secrets: Secrets, problems: inout [Diagnostic]
) async -> [SentPortal] {
  let named = portals.isEmpty ? (target.portals.isEmpty ? built : target.portals) : portals
  if named.isEmpty { problems.append(Diagnostic(UploadingProblem.nothingBuilt, in: site)) }
  if named.count > 1, !target.to.contains("$portal") {
    problems.append(Diagnostic(UploadingProblem.oneFolderForAll(target.name), in: Target.file))
    return []
  }
  for portal in named where !built.contains(portal) || !Disk.isFolder(site + "/" + portal) {
    problems.append(Diagnostic(UploadingProblem.notBuilt(portal: portal), in: site))
  }
  guard !problems.contains(where: { $0.severity == .error }) else { return [] }
  var sent: [SentPortal] = []
  for portal in named {
    do throws(DestinationFailure) {
      let destination = try target.destination(of: portal, from: root, secrets)
      let report = await upload(
        site + "/" + portal, to: destination, withdrawn: withdrawn[portal] ?? [], rules)
      sent.append(SentPortal(id: portal, place: destination.place, report: report))
    } catch {
      problems.append(Diagnostic(error.problem, in: error.place))
    }
  }
  return sent
}
