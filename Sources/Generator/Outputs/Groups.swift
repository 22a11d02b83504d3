/// The pages of a tag, or of an audience.
struct GroupPages: HTMLSource {
  /// `tag` or `audience`.
  let kind: OutputKind

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    for (index, group) in draft.site.groups(kind).enumerated() {
      addresses.addList(
        group.route, entries: group.keys.count, size: draft.project.pageSize, kind, item: Int32(index),
        owner: "“\(group.name)”")
    }
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { kind == .tag ? .tag : .audience }

  func title(_ output: Output, of drawing: Drawing) -> String {
    drawing.site.groups(kind)[Int(output.item)].name
  }

  func list(_ output: Output, of drawing: Drawing) -> PagedList? {
    let group = drawing.site.groups(kind)[Int(output.item)]
    return PagedList(keys: group.keys, pageSize: drawing.pageSize, firstRoute: group.route)
  }

  func trail(_ view: RootView) -> [LinkView] { [view.link(kind == .tag ? .tagIndex : .audienceIndex)] }
}

/// The page that lists all tags, or all audiences.
struct GroupIndex: HTMLSource {
  /// `tagIndex` or `audienceIndex`.
  let kind: OutputKind

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    let isOfTags = kind == .tagIndex
    guard !(isOfTags ? draft.site.tags : draft.site.audiences).isEmpty else { return }
    addresses.add("\(isOfTags ? draft.words.tags : draft.words.audiences).html", kind)
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .topics }

  func title(_ output: Output, of drawing: Drawing) -> String {
    drawing.theme.word(kind == .tagIndex ? "topics" : "audiences")
  }
}

extension Site {
  /// - Parameter kind: `audience` for the audiences, else the tags.
  fileprivate func groups(_ kind: OutputKind) -> [Group] { kind == .audience ? audiences : tags }
}
