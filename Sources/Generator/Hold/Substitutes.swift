import Files
import Vietnamese

/// What stands for files of a project in place of what is on the disk: sources that were published before.
package struct Substitutes: Sendable {
  package enum Substitute: Sendable {
    case source([UInt8])
    /// A picture or another file as it was published last: where that lies, a real path, and the folder around it.
    indirect case published(path: String, home: String)
    /// The file counts as one that is not published.
    case absent
    /// It was withdrawn on a day: not published, whatever it says, and even if it is no more.
    case withdrawn(CalendarDate)
  }

  /// By the file's path below the project.
  private(set) var files: [String: Substitute] = [:]

  package static let none = Substitutes()

  subscript(path: String) -> Substitute? {
    get { files[path] }
    set { files[path] = newValue }
  }

  /// Whether a file is there for a build.
  func exists(_ path: String, of root: String) -> Bool {
    switch files[path] {
    case .source, .published: true
    case .absent, .withdrawn: false
    case nil: Disk.exists(root + "/" + path)
    }
  }

  /// What a file holds for a build; nil where the disk is to be asked.
  func source(_ path: String) -> [UInt8]? {
    if case .source(let bytes)? = files[path] { bytes } else { nil }
  }

  /// The same with what was withdrawn, which nothing else can stand for.
  func with(_ withdrawals: [Withdrawal]) -> Substitutes {
    var substitutes = self
    for withdrawal in withdrawals { substitutes[withdrawal.path] = .withdrawn(withdrawal.day) }
    return substitutes
  }

  /// The day a file was withdrawn.
  func withdrawal(_ path: String) -> CalendarDate? {
    if case .withdrawn(let day)? = files[path] { day } else { nil }
  }

  func isAbsent(_ path: String) -> Bool { if case .absent? = files[path] { true } else { false } }
}
