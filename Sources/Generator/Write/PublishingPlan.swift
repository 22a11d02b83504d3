import Files

/// A change to what readers see, made by one call of the system.
enum PublishingStep: Equatable, Sendable {
  /// A portal's first folder takes its place.
  case add(portal: String)
  case put(String, portal: String)
  case remove(String, portal: String)

  var portal: String {
    switch self {
    case .add(let portal), .put(_, let portal), .remove(_, let portal): portal
    }
  }
}

/// What publishing does, in the order in which no page ever names a file that is not there: first what pages show
/// and load, over all portals, then the pages, then what sends readers to them, and last what is gone.
struct PublishingPlan {
  let steps: [PublishingStep]
  private let portals: [StagedPortal]
  private let obstructions: [Obstruction]

  init(_ portals: [StagedPortal]) {
    self.portals = portals
    let known = portals.filter { !$0.isNew }
    var puts: [(rank: Int, number: Int, step: PublishingStep)] = []
    for portal in known {
      for output in portal.changed {
        puts.append((output.rank, puts.count, .put(output.path, portal: portal.id)))
      }
    }
    puts.sort { ($0.rank, $0.number) < ($1.rank, $1.number) }
    obstructions = known.map(Obstruction.init)
    let early = obstructions.map { Set($0.removable) }
    func removals(_ belongs: (Int, String) -> Bool) -> [PublishingStep] {
      known.enumerated().flatMap { number, portal in
        portal.stale.filter { belongs(number, $0) }.map { .remove($0, portal: portal.id) }
      }
    }
    let firstPage = puts.firstIndex { $0.rank >= PublishingTurn.page.rawValue } ?? puts.count
    steps =
      removals { early[$0].contains($1) } + puts[..<firstPage].map(\.step)
      + portals.filter(\.isNew).map { .add(portal: $0.id) } + puts[firstPage...].map(\.step)
      // A page goes before what it shows and loads.
      + removals { !early[$0].contains($1) && $1.hasSuffix(".html") }
      + removals { !early[$0].contains($1) && !$1.hasSuffix(".html") }
  }

  /// Why it cannot be carried out, as far as that can be seen before anything is moved.
  func obstacle(in output: String) -> PublishingError? {
    for (portal, obstruction) in zip(portals.filter { !$0.isNew }, obstructions) {
      let live = output + "/" + portal.id
      if let path = obstruction.lasting.first.map({ live + "/" + $0 }) {
        return PublishingError(.inTheWay(path: path), path: path)
      }
      for folder in portal.touchedFolders.sorted() {
        let path = folder.isEmpty ? live : live + "/" + folder
        if let failure = Disk.refusalToRename(from: output, into: path) { return PublishingError(failure) }
      }
    }
    return nil
  }

  /// Says truthfully where a plan stopped whose first `done` steps were carried out.
  func error(_ failure: Disk.Failure, after done: Int) -> PublishingError {
    guard done > 0 else { return PublishingError(failure) }
    var counts: [String: (done: Int, all: Int)] = [:]
    for (number, step) in steps.enumerated() {
      counts[step.portal, default: (0, 0)].all += 1
      if number < done { counts[step.portal, default: (0, 0)].done += 1 }
    }
    var (new, mixed, old): ([String], [String], [String]) = ([], [], [])
    for portal in portals {
      guard let count = counts[portal.id] else { continue }
      if count.done == 0 {
        old.append(portal.id)
      } else if count.done == count.all {
        new.append(portal.id)
      } else {
        mixed.append(portal.id)
      }
    }
    return PublishingError(
      .halfPublished(path: failure.path, failure.reason, new: new, mixed: mixed, old: old),
      path: failure.path, isHalfway: true)
  }
}

/// Where in the order a file comes. Pages stand `deepest` apart, for their depths.
enum PublishingTurn: Int {
  /// What pages show and load.
  case file = 0
  case page = 1
  case home = 1000
  /// What names pages to readers and machines: old addresses, feeds, rules for servers.
  case pointer = 1001

  fileprivate static let deepest = home.rawValue - page.rawValue - 1
}

extension Output {
  /// Deep pages come before those that lead to them, the home page last of all.
  fileprivate var rank: Int {
    let turn = path == Site.home ? .home : kind.source.turn
    guard turn == .page else { return turn.rawValue }
    let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
    return turn.rawValue + max(0, PublishingTurn.deepest - depth)
  }
}
