import Files
import Vietnamese

/// The addresses of pages: their places, with the slugs that pages choose for themselves.
struct PageRoutes {
  let library: Library
  let selection: Selection

  func routes(of portal: Int) -> [String] {
    var folders: [Key: String] = [:]
    return selection.shown[portal].indices.map { key in
      guard selection.shown[portal][key] >= 0 else { return "" }
      return route(of: Key(key), in: portal, folders: &folders)
    }
  }

  func route(of key: Key, in portal: Int) -> String {
    var folders: [Key: String] = [:]
    return route(of: key, in: portal, folders: &folders)
  }

  private func route(of key: Key, in portal: Int, folders: inout [Key: String]) -> String {
    if library.tree.places[Int(key)].isEmpty { return Site.home }
    return stem(of: key, in: portal, folders: &folders) + ".html"
  }

  /// The route without its ending, which is also the folder of what lies below.
  private func stem(of key: Key, in portal: Int, folders: inout [Key: String]) -> String {
    if let known = folders[key] { return known }
    let place = library.tree.places[Int(key)]
    let name = place.lastComponent
    let index = selection.shown[portal][Int(key)]
    let slug =
      (index >= 0 ? library.pages[Int(index)].slug : nil) ?? (Slug.isSlug(name) ? name : Slug.make(name))
    let parent = selection.parents[Int(key)]
    let isTop = parent < 0 || library.tree.places[Int(parent)].isEmpty
    let stem = isTop ? slug : self.stem(of: parent, in: portal, folders: &folders) + "/" + slug
    // Only folders are asked for again.
    if index < 0 || library.pages[Int(index)].kind.isSection { folders[key] = stem }
    return stem
  }
}
