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
        "title-too-long",
        vi: .init(
          "tiêu đề dài \(length) ký tự; máy tìm kiếm và thẻ chia sẻ cắt sau khoảng \(limit)",
          remedy: "rút ngắn tiêu đề, chuyển phần còn lại xuống description"),
        en: .init(
          "the title has \(length) characters; search engines and cards cut it after about \(limit)",
          remedy: "shorten it, and move the rest to the description"))
    case .descriptionMissing:
      Report(
        "description-missing",
        vi: .init(
          "trang chưa có lời giới thiệu; danh sách và máy tìm kiếm phải lấy tạm câu đầu bài",
          remedy: "thêm dòng description: một, hai câu nói trang này giúp được gì"),
        en: .init(
          "the page has no description; lists and search engines make do with its first words",
          remedy: "add a line description: with a sentence or two on what the page is good for"))
    case .descriptionTooLong(let length, let limit):
      Report(
        "description-too-long",
        vi: .init(
          "lời giới thiệu dài \(length) ký tự; máy tìm kiếm cắt sau khoảng \(limit)",
          remedy: "rút còn một, hai câu, việc chính đứng đầu"),
        en: .init(
          "the description has \(length) characters; search engines cut it after about \(limit)",
          remedy: "keep a sentence or two, what matters first"))
    case .descriptionTooShort(let length, let least):
      Report(
        "description-too-short",
        vi: .init(
          "lời giới thiệu chỉ có \(length) ký tự, ít hơn \(least)",
          remedy: "viết trọn một câu nói trang này giúp được gì"),
        en: .init(
          "the description has only \(length) characters, fewer than \(least)",
          remedy: "write a whole sentence on what the page is good for"))
    case .titleRepeated(let title, let other):
      Report(
        "title-repeated",
        vi: .init(
          "tiêu đề “\(title)” trùng với \(other)",
          remedy: "đổi một tiêu đề để trong danh sách và khi tìm kiếm phân biệt được hai trang"),
        en: .init(
          "\(other) has the title “\(title)” too",
          remedy: "change one, so that lists and searches tell the two pages apart"))
    case .descriptionRepeated(let other):
      Report(
        "description-repeated",
        vi: .init(
          "lời giới thiệu giống hệt của \(other)", remedy: "viết cho mỗi trang một lời giới thiệu riêng"),
        en: .init("the description is the same as that of \(other)", remedy: "give each page its own"))
    case .nearlySameTag(let tag, let other):
      Report(
        "tag-nearly-same",
        vi: .init(
          "chủ đề “\(tag)” gần giống chủ đề “\(other)” mà nhiều trang dùng hơn",
          remedy: "có phải “\(other)”? Nếu là hai chủ đề khác nhau thì giữ nguyên"),
        en: .init(
          "the tag “\(tag)” is nearly “\(other)”, which more pages have",
          remedy: "did you mean “\(other)”? If they are two topics, leave it"))
    }
  }
}
