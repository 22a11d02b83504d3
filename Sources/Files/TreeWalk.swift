/// What stands below a folder, an entry at a time: in the order of the names' bytes, a folder before what it holds.
///
/// Who walks decides at each folder, and at each link, whether to go in.
package struct TreeWalk {
  private let root: String
  /// What is still to come, the next one last.
  private var pending: [Step] = []

  package struct Step: Sendable {
    /// From the folder where the walk began.
    package let path: String
    package let entry: Disk.Entry
  }

  /// - Throws: when the folder cannot be listed.
  package init(_ root: String) throws(Disk.Failure) {
    self.root = root
    try enter("")
  }

  package mutating func next() -> Step? { pending.popLast() }

  /// What a folder holds comes next.
  ///
  /// - Parameter path: from the folder where the walk began.
  /// - Throws: when it cannot be listed; the walk goes on behind it.
  package mutating func enter(_ path: String) throws(Disk.Failure) {
    let entries = try Disk.entries(of: path.isEmpty ? root : root + "/" + path)
    let before = path.isEmpty ? "" : path + "/"
    pending += entries.reversed().map { Step(path: before + $0.name, entry: $0) }
  }
}
