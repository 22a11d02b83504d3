import Files

/// What publishing one by one does, in the order in which no page ever names a file that is not there: first what pages
/// show and load, over all portals, then the pages, then what sends readers to them, and last what is gone.
struct InPlacePlan {
  let steps: [PublishingStep]
  private let updates: [PortalUpdate]
  private let obstructions: [Obstruction]

  init(_ updates: [PortalUpdate]) {
    self.updates = updates
    var puts: [(rank: Rank, number: Int, step: PublishingStep)] = []
    for update in updates {
      for file in update.staged { puts.append((Rank(file), puts.count, .put(file.path, portal: update.id))) }
    }
    puts.sort { ($0.rank, $0.number) < ($1.rank, $1.number) }
    let obstructions = updates.map(Obstruction.init)
    self.obstructions = obstructions
    let early = obstructions.map { Set($0.removable) }
    func removals(_ belongs: (Int, String) -> Bool) -> [PublishingStep] {
      updates.enumerated().flatMap { number, update in
        update.removed.filter { belongs(number, $0) }.map { .remove($0, portal: update.id) }
      }
    }
    steps =
      removals { early[$0].contains($1) } + puts.map(\.step)
      // A page goes before what it shows and loads.
      + removals { !early[$0].contains($1) && $1.hasSuffix(".html") }
      + removals { !early[$0].contains($1) && !$1.hasSuffix(".html") }
  }

  var portals: [String] { updates.map(\.id) }

  /// Why it cannot be carried out, as far as that can be seen before anything is moved.
  func obstacle(in output: String) -> PublishingError? {
    for (update, obstruction) in zip(updates, obstructions) {
      let live = output + "/" + update.id
      if let path = obstruction.lasting.first.map({ live + "/" + $0 }) {
        return PublishingError(.inTheWay(path: path), path: path)
      }
      for folder in update.touchedFolders.sorted() {
        let path = folder.isEmpty ? live : live + "/" + folder
        if let failure = Disk.refusalToRename(from: output, into: path) {
          return PublishingError(failure, of: update.id)
        }
      }
    }
    return nil
  }

  /// Says truthfully where it stopped after `done` steps.
  func error(_ failure: Disk.Failure, after done: Int) -> PublishingError {
    guard done > 0 else { return PublishingError(failure) }
    var counts: [String: (done: Int, all: Int)] = [:]
    for (number, step) in steps.enumerated() {
      counts[step.portal, default: (0, 0)].all += 1
      if number < done { counts[step.portal, default: (0, 0)].done += 1 }
    }
    var (new, mixed, old): ([String], [String], [String]) = ([], [], [])
    for update in updates {
      guard let count = counts[update.id] else { continue }
      if count.done == 0 {
        old.append(update.id)
      } else if count.done == count.all {
        new.append(update.id)
      } else {
        mixed.append(update.id)
      }
    }
    return PublishingError(
      .halfPublished(path: failure.path, failure.reason, new: new, mixed: mixed, old: old),
      path: failure.path)
  }
}

/// Deep pages come before those that lead to them.
private struct Rank: Comparable {
  let turn: Int
  let depth: Int

  init(_ file: PortalUpdate.File) {
    turn = file.turn.rawValue
    depth = file.turn == .page ? file.path.utf8.count { $0 == UInt8(ascii: "/") } : 0
  }

  static func < (a: Rank, b: Rank) -> Bool { (a.turn, -a.depth) < (b.turn, -b.depth) }
}
