import Diagnostics
import Vietnamese

extension Page {
  /// What every page may say of itself. It is filled in field by field while its file is read, and never changed
  /// after that.
  package struct Header: Sendable {
    /// The file, relative to the project, for diagnostics.
    package let path: String
    /// Which place in the content tree it fills; see `ContentTree`.
    package let key: PageKey
    /// The portal whose own page it is, nil for a shared one.
    package let portal: Int?
    package let kind: Kind
    package internal(set) var title = ""
    package internal(set) var shortTitle: String?
    package internal(set) var description = ""
    package internal(set) var date: CalendarDate?
    var updated: CalendarDate?
    var slug: String?
    package internal(set) var weight: Int?
    package internal(set) var tags: [Tag] = []
    /// Indices into the project's audiences.
    package internal(set) var audiences: [Int] = []
    var layout: ChosenLayout?
    package internal(set) var state = State.published
    /// Whether the build takes it, which may have been asked to take drafts and future pages too.
    package internal(set) var isPublished = true
    package internal(set) var provenance: Provenance?
    var aliases: [Alias] = []
    var image: Picture?
    var attachments: [Attachment] = []
    package internal(set) var related: [Target] = []
    /// Ids of the portals it is for; empty for all.
    var portals: [String] = []
    /// Whether the page, and those below it, offer to leave quickly; nil leaves it to the section around it.
    var quickExit: Bool?
    var sortKey = SortKey("")
    /// What `check` is not to report on it.
    package internal(set) var ignores: [Ignore] = []

    init(path: String, key: PageKey, portal: Int?, kind: Kind) {
      self.path = path
      self.key = key
      self.portal = portal
      self.kind = kind
    }

    /// Files of the content tree that the front matter names.
    var files: [AssetID] { (image.map { [$0.file] } ?? []) + attachments.map(\.file) }
  }
}
