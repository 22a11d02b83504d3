import Diagnostics

/// What is amiss in what a page says of itself.
public enum PageDataProblem: Problem {
  /// Lengths in characters.
  case titleTooLong(length: Int, limit: Int)
  case descriptionMissing
  case descriptionTooLong(length: Int, limit: Int)
  case descriptionTooShort(length: Int, least: Int)
  case titleRepeated(String, other: String)
  case descriptionRepeated(other: String)
  case nearlySameTag(String, other: String)
}

extension PageDataProblem {
  public var report: Report {
    switch self {
    case .titleTooLong(let length, let limit):
      Report(
        .titleTooLong,
        vi: .init(
          "tiêu đề dài \(length) ký tự; máy tìm kiếm và thẻ chia sẻ cắt sau khoảng \(limit)",
          remedy: "rút ngắn tiêu đề, chuyển phần còn lại xuống description"),
        en: .init(
          "the title has \(length) characters; search engines and cards cut it after about \(limit)",
          remedy: "shorten it, and move the rest to the description"))
    case .descriptionMissing:
      Report(
        .descriptionMissing,
        vi: .init(
          "trang chưa có lời giới thiệu; danh sách và máy tìm kiếm phải lấy tạm câu đầu bài",
          remedy: "thêm dòng description: một, hai câu nói trang này giúp được gì"),
        en: .init(
          "the page has no description; lists and search engines make do with its first words",
          remedy: "add a line description: with a sentence or two on what the page is good for"))
    case .descriptionTooLong(let length, let limit):
      Report(
        .descriptionTooLong,
        vi: .init(
          "lời giới thiệu dài \(length) ký tự; máy tìm kiếm cắt sau khoảng \(limit)",
          remedy: "rút còn một, hai câu, việc chính đứng đầu"),
        en: .init(
          "the description has \(length) characters; search engines cut it after about \(limit)",
          remedy: "keep a sentence or two, what matters first"))
    case .descriptionTooShort(let length, let least):
      Report(
        .descriptionTooShort,
        vi: .init(
          "lời giới thiệu chỉ có \(length) ký tự, ít hơn \(least)",
          remedy: "viết trọn một câu nói trang này giúp được gì"),
        en: .init(
          "the description has only \(length) characters, fewer than \(least)",
          remedy: "write a whole sentence on what the page is good for"))
    case .titleRepeated(let title, let other):
      Report(
        .titleRepeated,
        vi: .init(
          "tiêu đề “\(title)” trùng với \(other)",
          remedy: "đổi một tiêu đề để trong danh sách và khi tìm kiếm phân biệt được hai trang"),
        en: .init(
          "\(other) has the title “\(title)” too",
          remedy: "change one, so that lists and searches tell the two pages apart"))
    case .descriptionRepeated(let other):
      Report(
        .descriptionRepeated,
        vi: .init(
          "lời giới thiệu giống hệt của \(other)", remedy: "viết cho mỗi trang một lời giới thiệu riêng"),
        en: .init("the description is the same as that of \(other)", remedy: "give each page its own"))
    case .nearlySameTag(let tag, let other):
      Report(
        .tagNearlySame,
        vi: .init(
          "chủ đề “\(tag)” gần giống chủ đề “\(other)” mà nhiều trang dùng hơn",
          remedy: "có phải “\(other)”? Nếu là hai chủ đề khác nhau thì giữ nguyên"),
        en: .init(
          "the tag “\(tag)” is nearly “\(other)”, which more pages have",
          remedy: "did you mean “\(other)”? If they are two topics, leave it"))
    }
  }
}

extension Rule {
  package static let titleTooLong = Rule(
    .pageData, "title-too-long", .warning, vi: "tiêu đề dài quá 70 ký tự",
    en: "a title of more than 70 characters")
  package static let descriptionMissing = Rule(
    .pageData, "description-missing", .warning, vi: "trang chưa có lời giới thiệu (description)",
    en: "a page without a description")
  package static let descriptionTooLong = Rule(
    .pageData, "description-too-long", .warning, vi: "lời giới thiệu dài quá 160 ký tự",
    en: "a description of more than 160 characters")
  package static let descriptionTooShort = Rule(
    .pageData, "description-too-short", .warning, vi: "lời giới thiệu dưới 30 ký tự",
    en: "a description of fewer than 30 characters")
  package static let titleRepeated = Rule(
    .pageData, "title-repeated", .warning, vi: "hai trang của một cổng cùng tiêu đề",
    en: "one title for two pages of a portal")
  package static let descriptionRepeated = Rule(
    .pageData, "description-repeated", .warning, vi: "hai trang của một cổng cùng lời giới thiệu",
    en: "one description for two pages of a portal")
  package static let tagNearlySame = Rule(
    .pageData, "tag-nearly-same", .note, vi: "chủ đề chỉ khác chủ đề khác một chữ cái",
    en: "a tag that differs from another by one letter")
}
