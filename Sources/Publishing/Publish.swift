import Diagnostics
import Files

/// How a run publishes.
package struct PublishingRules: Sendable {
  /// Whether files take their places one by one even where folders could be exchanged.
  package var isInPlace = false
  /// Whether a portal that cannot be published keeps the others back.
  package var isAllOrNothing = false

  package init() {}
}

/// A change to what readers see, made by one call of the system.
package enum PublishingStep: Equatable, Sendable {
  /// A portal's first folder takes its place.
  case add(portal: String)
  /// Its next folder does.
  case exchange(portal: String)
  case put(String, portal: String)
  case remove(String, portal: String)

  package var portal: String {
    switch self {
    case .add(let portal), .exchange(let portal), .put(_, let portal), .remove(_, let portal): portal
    }
  }
}

/// Called before each step; what it throws is taken for the step's failure.
package typealias BeforeStep = @Sendable (PublishingStep) throws(Disk.Failure) -> Void

extension Publisher {
  /// Publishes what is staged.
  ///
  /// - Parameter problems: receives why portals stay as they were, and what else should be known.
  /// - Returns: ids of the portals that stay as they were, or became new in part.
  package mutating func publish(
    _ updates: [PortalUpdate], _ publication: Publication, _ rules: PublishingRules, workers: Int,
    before: BeforeStep, problems: inout [Diagnostic]
  ) async -> Set<String> {
    let updates = updates.filter(\.hasChanges)
    if updates.isEmpty { return [] }
    let everyone = Set(updates.map(\.id))
    let (new, known) = (updates.filter(\.isNew), updates.filter { !$0.isNew })
    let plan = InPlacePlan(known.filter { inPlace[$0.id] != nil })
    var failed: Set<String> = []
    do throws(PublishingError) {
      // First: a folder that is not listed would be a stranger's to the next run if this one were killed.
      try own(updates.map(\.id))
      var whole: [PortalUpdate] = []
      for update in known where inPlace[update.id] == nil {
        do throws(Disk.Failure) {
          try await assemble(update, workers: workers)
          whole.append(update)
        } catch {
          failed.insert(update.id)
          problems.append(PublishingError(error, of: update.id).diagnostic)
        }
      }
      let obstacle = plan.obstacle(in: output)
      if let obstacle {
        failed.formUnion(plan.portals)
        problems.append(obstacle.diagnostic)
      }
      if rules.isAllOrNothing, !failed.isEmpty { return everyone }
      // A reader loses nothing by a first site that a power cut leaves incomplete, and the next run completes it.
      if !known.isEmpty { try sync() }
      try record(whole + new, publication, forgetting: obstacle == nil ? plan.portals : [])
      failed.formUnion(takePlaces(new + whole, before: before, problems: &problems))
      if obstacle == nil {
        do throws(PublishingError) { try carryOut(plan, before: before) } catch {
          failed.formUnion(plan.portals)
          problems.append(error.diagnostic)
        }
      }
      problems += plan.portals.compactMap { id in
        inPlace[id]?.problem.map { Diagnostic($0, in: output + "/" + id, as: .warning) }
      }
      problems += leftBehind.map { Diagnostic(PublishingProblem.leftBehind(path: $0), in: $0, as: .warning) }
      if !workspace.isLasting, !whole.isEmpty {
        problems.append(Diagnostic(PublishingProblem.noPlaceForVersions, in: output, as: .warning))
      }
      return failed
    } catch {
      problems.append(error.diagnostic)
      return everyone
    }
  }

  private func sync() throws(PublishingError) {
    do throws(Disk.Failure) { try Disk.sync(output) } catch { throw PublishingError(error) }
  }
}
