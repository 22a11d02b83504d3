import Diagnostics

extension Compiler {
  /// Reports and removes each call that closes a circle on which no section goes on to other data: every
  /// condition on it holds again the next time, so it never ends. Circles through records and lists end with
  /// the data; `Routine.maximumDepth` bounds those that do not.
  mutating func cutEndlessInclusions() {
    enum State { case unseen, entered, left }
    var states = [State](repeating: .unseen, count: routines.count)
    for root in routines.indices where states[root] == .unseen {
      states[root] = .entered
      var path = [(routine: root, nextCall: 0)]
      while let (index, nextCall) = path.last {
        guard nextCall < routines[index].calls.count else {
          states[index] = .left
          path.removeLast()
          continue
        }
        path[path.count - 1].nextCall += 1
        let call = routines[index].calls[nextCall]
        guard !call.advances else { continue }
        switch states[call.callee] {
        case .unseen:
          states[call.callee] = .entered
          path.append((call.callee, 0))
        case .entered:
          program.code[call.instruction] = .literal(start: 0, count: 0)
          routines[index].diagnostics.append(endless(call.site))
        case .left: break
        }
      }
    }
  }
}

/// The diagnostic for a call that leads back to itself.
func endless(_ site: Program.Site) -> Diagnostic {
  Diagnostic(TemplateProblem.endlessInclusion(site.target), in: site.path, at: .bytes(site.range))
}
