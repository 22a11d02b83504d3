import Templates

/// What every page of a portal is drawn from beside itself: the outer scope of each layout. Whatever the whole portal
/// shows (what runs, what is new, where its lists are) is a field here; what only one page has is in `RootView`.
///
/// A class, made for each page: to hand it over counts a reference of its own, and not the drawing's, which all workers
/// share and would wait for each other to count.
final class SiteView: View {
  let drawing: Drawing
  let base: Base

  init(drawing: Drawing, base: Base) {
    self.drawing = drawing
    self.base = base
  }

  static let fields = Fields<SiteView>(
    "site",
    [
      .text("language", "vi or en") { $0.drawing.portal.language.rawValue },
      .text("root", "the way to the portal's root: empty, ../ …") { $0.base.prefix($0.drawing) },
      .record("portal", "the portal", PortalView.self) {
        PortalView(drawing: $0.drawing, base: $0.base)
      },
      .record("main_portal", "the portal above this one; none on the main portal", LinkView.self) { view in
        view.drawing.mainPortal.map { _ in view.link(.mainPortal) }
      },
      .flag("has_menu", "whether the portal has a menu") { !$0.drawing.site.menu.isEmpty },
      .list("sections", "the sections right below the home page", CardView.self) { $0.sections },
      .flag("has_sections", "whether there are sections below the home page") { !$0.sections.isEmpty },
      .list("latest", "the six newest pages", CardView.self) { view in
        view.drawing.site.recent.prefix(6).map(view.card)
      },
      .list("own_latest", "the six newest pages that only this portal has", CardView.self) { $0.ownLatest },
      .flag("has_own_latest", "whether this portal has dated pages of its own") { !$0.ownLatest.isEmpty },
      .record("campaign", "the campaign that runs on the day of the build", CampaignView.self) { view in
        view.drawing.site.campaign.map { CampaignView(drawing: view.drawing, base: view.base, key: $0.key) }
      },
      .list("all_audiences", "every audience that has pages", TopicView.self) { view in
        view.drawing.site.audiences.map { TopicView(drawing: view.drawing, base: view.base, group: $0) }
      },
      .text("search_href", "the page to search on, if the theme has one") { view in
        view.drawing.theme.hasSearch ? view.address(view.drawing.site.words.search + ".html") : nil
      },
      .record("help_page", "the page that helps who finds nothing", LinkView.self) { view in
        view.drawing.site.help.map { view.link(.page($0)) }
      },
      .text("quick_exit_url", "where a reader goes who leaves at once") { $0.drawing.quickExitURL },
      .text("home_href", "the home page") { $0.address(Site.home) },
      .text("tags_href", "the index of tags, if there are any") { view in
        view.drawing.site.tags.isEmpty ? nil : view.address(view.drawing.site.words.tags + ".html")
      },
      .text("audiences_href", "the index of audiences, if there are any") { view in
        view.drawing.site.audiences.isEmpty
          ? nil : view.address(view.drawing.site.words.audiences + ".html")
      },
      .text("site_map_href", "the site map for people") {
        $0.address($0.drawing.site.words.siteMap + ".html")
      },
      .text("feed_href", "the portal's Atom feed, if it has dated pages") { view in
        view.drawing.site.recent.isEmpty ? nil : view.address("feed.xml")
      },
      .text("manifest_href", "the portal's web manifest") { $0.address(WebManifest.route) },
    ])

  private func address(_ route: String) -> String { base.prefix(drawing) + route }

  private func card(_ key: PageKey) -> CardView { CardView(drawing: drawing, base: base, key: key) }

  private func link(_ target: LinkView.Target) -> LinkView {
    LinkView(drawing: drawing, base: base, target: target)
  }

  private var sections: [CardView] {
    guard let home = drawing.home else { return [] }
    return drawing.site.children[home].filter { drawing.page($0).kind.isSection }.map(card)
  }

  /// A ward leads with what it has to say itself. The main portal's pages are everybody's, so it has none.
  private var ownLatest: [CardView] {
    let portal = drawing.site.portal
    guard drawing.mainPortal != nil else { return [] }
    return drawing.site.recent.lazy.filter { [drawing] in drawing.page($0).portal == portal }.prefix(6).map(
      card)
  }
}
