import Diagnostics
import Files
import Publishing
import Vietnamese

/// What is to be withdrawn, and why.
package struct WithdrawalOrder: Sendable {
  /// Pages, pictures or attachments, below the project.
  package let paths: [String]
  package let reason: String
  package let day: CalendarDate
  /// Whether the files go out of content/ as well.
  package let deletes: Bool

  package init(paths: [String], reason: String, day: CalendarDate, deletes: Bool) {
    self.paths = paths
    self.reason = reason
    self.day = day
    self.deletes = deletes
  }
}

/// What became of it.
package struct WithdrawalReport: Sendable {
  /// Where portals had it: the portal's id, a slash, and the address below the portal.
  package let addresses: [String]
  /// Of the build that published the withdrawal; nil where it did not come to that.
  package let build: BuildReport?
  /// What went wrong besides.
  package let problems: [Diagnostic]

  package var hasErrors: Bool { problems.contains { $0.severity == .error } || build?.hasErrors == true }
}

/// Takes pages, pictures and attachments out of all that is published, for good: they go on the register, the portals are
/// built without them, and what earlier versions and the cache hold of them is removed.
///
/// What the build cannot do, for something else is wrong, is done by hand: the files themselves are removed at once.
///
/// - Parameter reading: as for `build`.
package func withdraw<Found>(
  _ order: WithdrawalOrder, _ options: BuildOptions, _ reading: ReadingOver<Found>,
  progress: @escaping StageProgress = { _, _ in }
) async -> WithdrawalReport {
  var options = options
  var run = Run(options)
  let addresses = await run.addresses(of: order.paths)
  var problems: [Diagnostic] = []
  do throws(Disk.Failure) { try Register(in: options.project).add(order, addresses) } catch {
    problems.append(PublishingError(error).diagnostic)
    return WithdrawalReport(addresses: [], build: nil, problems: problems)
  }
  // From here on each step is taken, whatever becomes of the one before.
  func attempt(_ step: () throws(Disk.Failure) -> Void) {
    do throws(Disk.Failure) { try step() } catch { problems.append(PublishingError(error).diagnostic) }
  }
  if order.deletes {
    for path in order.paths {
      attempt { () throws(Disk.Failure) in try Disk.remove(options.project + "/" + path) }
    }
  }
  attempt { () throws(Disk.Failure) in try options.cache?.removePages() }
  options.isClean = true
  // Other changes may not be ready; where it is not known which there are, all of them go out.
  if PublishedSources(in: options.cache, output: options.site).isKnown {
    options.only = [Withdrawal.register]
  }
  let report = await build(options, reading, progress: progress)
  let published = Set(report.portals.map(\.id))
  for address in addresses.flatMap(\.value) where !published.contains(address.portalID) {
    attempt { () throws(Disk.Failure) in try Disk.remove(options.site + "/" + address) }
  }
  problems += Versions(of: options.site).removeAll()
  attempt { () throws(Disk.Failure) in try options.cache?.forget(order.paths) }
  return WithdrawalReport(addresses: addresses.flatMap(\.value).sorted(), build: report, problems: problems)
}

extension String {
  /// Of an address with its portal.
  fileprivate var portalID: String { String(prefix { $0 != "/" }) }
}

extension Run {
  /// Where portals have files of content/: those that are there, and those that a page of today would have.
  ///
  /// - Parameter paths: below the project.
  /// - Returns: by path, portals' ids with a slash and the addresses below the portal.
  fileprivate mutating func addresses(of paths: [String]) async -> [String: [String]] {
    guard let sources = discover() else { return [:] }
    let snapshot = relate(await parse(sources))
    let routes = PageRoutes(library: snapshot.library, selection: snapshot.selection)
    var found: [String: [String]] = [:]
    for path in paths {
      guard let file = sources.tree.file(shownAs: path, portals: sources.project.portals.map(\.id)) else {
        continue
      }
      for (index, portal) in sources.project.portals.enumerated() where file.portal ?? index == index {
        var addresses: [String] = []
        if file.path.hasSuffix(".md") {
          if let key = snapshot.library.tree.key(ofPagePath: file.path) {
            addresses.append(routes.route(of: key, in: index))
          }
          addresses.append(Slug.route(ofPlace: ContentTree.place(of: file.path)))
        } else {
          addresses.append(AssetRoute.route(of: file.path))
        }
        let there = addresses.map { portal.id + "/" + $0 }.filter { Disk.exists(options.site + "/" + $0) }
        found[path, default: []] += Set(there).sorted()
      }
    }
    return found
  }
}

extension Slug {
  /// The address of a page that chooses none for itself.
  fileprivate static func route(ofPlace place: String) -> String {
    place.split(separator: "/").map { isSlug(String($0)) ? String($0) : make(String($0)) }
      .joined(separator: "/") + ".html"
  }
}
