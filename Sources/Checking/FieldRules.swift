import Diagnostics
import Files

/// What the page says of itself, for lists and search engines.
extension PageCheck {
  mutating func checkFields() {
    if page.title.count > Self.longestTitle {
      let problem = PageDataProblem.titleTooLong(length: page.title.count, limit: Self.longestTitle)
      find(problem, at: place(ofField: "title"))
    }
    guard let description = fields.value("description")?.text, !description.isBlank else {
      return find(PageDataProblem.descriptionMissing, at: .file)
    }
    let length = description.count
    if length > Self.longestDescription {
      let problem = PageDataProblem.descriptionTooLong(length: length, limit: Self.longestDescription)
      find(problem, at: place(ofField: "description"))
    } else if length < Self.shortestDescription {
      let problem = PageDataProblem.descriptionTooShort(length: length, least: Self.shortestDescription)
      find(problem, at: place(ofField: "description"))
    }
  }

  // In characters: about what search engines show before they cut.
  private static let longestTitle = 70
  private static let longestDescription = 160
  private static let shortestDescription = 30
}
