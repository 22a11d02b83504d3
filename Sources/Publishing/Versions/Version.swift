import Files

/// What a portal's site was from one run to the next.
package struct Version: Sendable, Equatable {
  /// What made it.
  package enum Origin: Sendable, Equatable {
    case build
    /// `back`: which version it repeats.
    case back(to: Int)
    /// Something that left no record: an older program, or a person who copied it there.
    case unknown
  }

  /// The number of the run that published it; portals of one run share it.
  package let run: Int
  package let portal: String
  /// Of its folder, which keeps it wherever it is moved.
  let inode: UInt64
  /// Seconds since 1970.
  package let time: Int64
  /// The account's name; empty where nobody knows.
  package let author: String
  package let origin: Origin
  /// How many of its pages are not as they were in the version before.
  package let changedPages: Int
  package let changedFiles: Int
  package let removedFiles: Int
  /// Files whose names speak of their content, and those of the version before it.
  let namedByContent: [String]
  let lingering: [String]

  /// The run whose site it is: its own, or of a return the one that was returned to.
  var repeated: Int { if case .back(let run) = origin { run } else { run } }
}

/// Who publishes, when, and why.
package struct Publication: Sendable {
  /// Seconds since 1970.
  package let time: Int64
  package let author: String
  package let origin: Version.Origin

  package init(time: Int64, author: String, origin: Version.Origin) {
    self.time = time
    self.author = author
    self.origin = origin
  }
}
