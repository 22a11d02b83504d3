import Files
import Vietnamese

/// The addresses of pages: their places, with the slugs that pages choose for themselves.
struct PageRoutes {
  let library: Library
  let selection: Selection

  func routes(of portal: Int) -> Rows<PageKey, String> {
    var folders: [PageKey: String] = [:]
    return selection.shown[portal].map { key, page in
      guard page != nil else { return "" }
      return route(of: key, in: portal, folders: &folders)
    }
  }

  func route(of key: PageKey, in portal: Int) -> String {
    var folders: [PageKey: String] = [:]
    return route(of: key, in: portal, folders: &folders)
  }

  private func route(of key: PageKey, in portal: Int, folders: inout [PageKey: String]) -> String {
    if library.tree.places[key].isEmpty { return Site.home }
    return stem(of: key, in: portal, folders: &folders) + ".html"
  }

  /// The route without its ending, which is also the folder of what lies below.
  private func stem(of key: PageKey, in portal: Int, folders: inout [PageKey: String]) -> String {
    if let known = folders[key] { return known }
    let place = library.tree.places[key]
    let name = place.lastComponent
    let page = selection.shown[portal][key].map { library.pages[$0] }
    var stem = page?.slug ?? (Slug.isSlug(name) ? name : Slug.make(name))
    if let parent = selection.parents[key], !library.tree.places[parent].isEmpty {
      stem = self.stem(of: parent, in: portal, folders: &folders) + "/" + stem
    }
    // Only folders are asked for again.
    if page?.kind.isSection != false { folders[key] = stem }
    return stem
  }
}
