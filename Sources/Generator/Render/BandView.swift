import Templates

/// The pages of a list that are for one age.
struct BandView: View {
  let drawing: Drawing
  let base: Base
  let group: Group

  /// A class so that a view holds it in one word.
  final class Group: Sendable {
    let age: Page.Age?
    let keys: [PageKey]

    init(age: Page.Age?, keys: [PageKey]) {
      self.age = age
      self.keys = keys
    }
  }

  static let fields = Fields<BandView>(
    "band",
    [
      .text("age", "the age band, as 6–10; none for pages without one") { $0.group.age?.text },
      .text("id", "an id for its heading") { view in
        view.group.age.map { age in "tuoi-\(age.from)-\(age.to.map(String.init) ?? "")" } ?? "moi-tuoi"
      },
      .list("items", "its pages", CardView.self) { view in
        view.group.keys.map { CardView(drawing: view.drawing, base: view.base, key: $0) }
      },
    ])
}

extension ListingView {
  /// The list by ages, the youngest first, what has no age last. Empty for a list over several pages, and where fewer
  /// than two ages occur: nothing would be found more easily.
  var bands: [BandView] {
    guard keys.count <= list.pageSize else { return [] }
    var groups: [(age: Page.Age?, keys: [PageKey])] = []
    for key in keys {
      let age = drawing.page(key).age
      if let index = groups.firstIndex(where: { $0.age == age }) {
        groups[index].keys.append(key)
      } else {
        groups.append((age, [key]))
      }
    }
    guard groups.count(where: { $0.age != nil }) > 1 else { return [] }
    func rank(_ age: Page.Age?) -> (Int, Int) { age.map { ($0.from, $0.to ?? .max) } ?? (.max, .max) }
    return groups.sorted { rank($0.age) < rank($1.age) }.map {
      BandView(drawing: drawing, base: base, group: BandView.Group(age: $0.age, keys: $0.keys))
    }
  }
}
