import Diagnostics
import Fields
import Vietnamese

/// What every type of page may say of itself, a line for each field. What only some types have stands in `PageTypes/`.
extension PageFields {
  static let common = YAMLFields<PageFields>("page", introduction + days + responsibility + position)

  // MARK: What it is about

  private static let introduction: [YAMLField<PageFields>] = [
    .required(
      "title", .prose, "Tiêu đề, tối đa chừng 70 ký tự", "the title, some 70 characters at most",
      "Đặt mật khẩu mạnh"
    ) { $0.header.title = $1 },
    .text(
      "short_title", .prose, "Tiêu đề ngắn, cho dòng “Trang chủ › …” ở đầu trang",
      "a short title, for menus and the way here from the home page", "Mật khẩu"
    ) { $0.header.shortTitle = $1 },
    .text(
      "description", .prose,
      "Một, hai câu giới thiệu, 30 đến 160 ký tự; hiện ở danh sách, kết quả tìm kiếm, thẻ chia sẻ",
      "one or two sentences, for lists, search and sharing; taken from the text where it is missing",
      "Cách đặt mật khẩu dài mà dễ nhớ."
    ) { $0.header.description = $1 ?? "" },
    .other("tags", .wordsList, "Chủ đề", "topics", "[mật khẩu, tài khoản]") {
      $0.header.tags = $0.context.tags(&$1)
    },
    .other(
      "audience", .codeList, "Dành cho ai; mã ghi ở `content/site.yaml`",
      "whom it is for: ids of `audiences` in site.yaml", "[tre-em, phu-huynh]"
    ) { $0.header.audiences = $0.context.audiences(&$1) },
    .other(
      "image", .group, "Ảnh đầu bài, cũng là ảnh khi chia sẻ; có `src` là tệp, `alt` là lời mô tả",
      "the picture at its head, also for sharing", "{ src: anh.jpg, alt: Hai bạn cùng học }"
    ) { $0.header.image = $0.context.picture(&$1) },
    .other(
      "related", .codeList, "Bài đọc tiếp; bỏ trống thì máy chọn bài cùng chủ đề",
      "pages to read next; chosen by tags where it is missing", "[mat-khau.md, ../tro-giup/_index.md]"
    ) { $0.header.related = $0.context.related(&$1) },
  ]

  // MARK: When it is seen

  private static let days: [YAMLField<PageFields>] = [
    .truth("draft", "Bản nháp, chưa đăng", "whether it is a draft, which is not published") {
      $0.isDraft = $1 ?? false
    },
    .date("date", "Ngày đăng; ngày ở tương lai thì chưa hiện", "the day it is published on", "2026-11-24") {
      $0.header.date = $1
    },
    .date("updated", "Ngày sửa gần nhất", "the day it was last changed", "2026-12-02") {
      $0.header.updated = $1
    },
    .date("publish_on", "Chưa đăng trước ngày này", "not published before this day", "2026-12-01") {
      $0.opening = $1
    },
    .date("expires", "Ngày cuối còn hiện", "the last day on which it is published", "2026-12-31") {
      $0.provenance.expires = $1
    },
  ]

  // MARK: Who answers for it

  private static let responsibility: [YAMLField<PageFields>] = [
    .text(
      "owner", .words, "Đơn vị chịu trách nhiệm", "the unit that answers for it", "UBND phường Cống Vị"
    ) { $0.provenance.owner = $1 },
    .text("author", .words, "Người viết", "who wrote it", "Ban biên tập") { $0.provenance.author = $1 },
    .other(
      "source", .wordsOrGroups,
      "Nguồn: `name` là tên, có thêm `url`, `date`. Đăng lại bài nơi khác thì ghi đủ cả ba",
      "what it rests on", "[{ name: Tổng đài 111, url: \"https://tongdai111.vn/\" }]"
    ) { $0.provenance.sources = $0.context.sources(&$1) },
    .text("approved_by", .words, "Ai duyệt", "who approved it", "Phòng Văn hóa") {
      $0.provenance.approvedBy = $1
    },
    .date("approved_on", "Duyệt ngày nào", "the day it was approved", "2026-11-23") {
      $0.provenance.approvedOn = $1
    },
    .date(
      "review_by", "Phải xem lại trước ngày này; quá ngày thì máy nhắc",
      "the day by which it is to be read again",
      "2027-05-24"
    ) { $0.provenance.reviewBy = $1 },
  ]

  // MARK: Where it stands

  private static let position: [YAMLField<PageFields>] = [
    .number(
      "weight", in: Page.weights, "Thứ tự trong chuyên mục, số nhỏ đứng trước",
      "its place in the section, the smallest first", "10"
    ) { $0.header.weight = $1 },
    .other(
      "portals", .codeList, "Chỉ hiện ở những cổng này", "the portals that show it; all where it is missing",
      "[cong-vi, kim-ma]"
    ) { $0.header.portals = $0.context.portals(&$1) },
    .other(
      "slug", .code, "Tên của bài trong địa chỉ trang, thay cho tên tệp",
      "its name in the address, instead of the file's", "mat-khau-manh"
    ) { $0.header.slug = $0.context.slug(&$1) },
    .other(
      "aliases", .codeList, "Địa chỉ cũ, tự chuyển sang bài này", "old addresses, which lead here",
      "[/cu/mat-khau.html]"
    ) { $0.header.aliases = $0.context.aliases(&$1) },
    .other(
      "attachments", .groups, "Tệp để tải về: `file`, `title`, `date`", "files that readers can download",
      "[{ file: mau-don.pdf, title: Mẫu đơn, date: 2026-11-05 }]"
    ) { $0.header.attachments = $0.context.attachments(&$1) },
    .truth(
      "quick_exit",
      "`true`: có nút “Thoát nhanh”, rời trang ngay mà không để lại trong lịch sử của thẻ. Ghi ở chuyên mục thì mọi bài bên dưới đều có",
      "whether readers of it, and of what is below it, are offered to leave at once"
    ) { $0.header.quickExit = $1 },
    .other(
      "check_ignore", .groups, "Bỏ qua một quy tắc soát, phải có `rule` và `reason` (mục 8)",
      "rules of `check` that are set aside, with the reason"
    ) { $0.header.ignores = $0.context.ignores(&$1) },
    // It says which fields there are, so it was read before any of them.
    .other(
      "type", .choice, "Loại trang, khi khác với chuyên mục (mục 4)",
      "its type, where it is not the section's",
      "document"
    ) { _, _ in },
    .other(
      "layout", .code, "Bố cục riêng, là tên một tệp trong `layouts/` của giao diện",
      "a layout of the theme instead of its type's", "page"
    ) { $0.header.layout = $0.context.layout(&$1) },
  ]
}

// MARK: Groups

extension Page.Source {
  static let fields = YAMLFields<Page.Source>(
    "source",
    [
      .required("name", .words, "tên", "what it is called") { $0.name = $1 },
      .other("url", .code, "địa chỉ", "its address") { source, reader in
        source.url = reader.text("url")
        if let url = source.url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
          reader.report(FrontMatterProblem.badURL(url), at: reader.value("url"))
        }
      },
      .date("date", "ngày", "the day it is of") { $0.date = $1 },
    ])
}

/// What `image:` says.
struct PictureFields {
  var source = ""
  var alt = ""

  static let fields = YAMLFields<PictureFields>(
    "image",
    [
      .required("src", .code, "tệp", "the file") { $0.source = $1 },
      .required("alt", .prose, "lời mô tả", "what it shows, for those who do not see it") { $0.alt = $1 },
    ])
}

/// What an entry of `attachments:` says.
struct AttachmentFields {
  var file = ""
  var title: String?
  var date: CalendarDate?

  static let fields = YAMLFields<AttachmentFields>(
    "attachments",
    [
      .required("file", .code, "tệp", "the file") { $0.file = $1 },
      .text("title", .prose, "tên để người đọc bấm", "what readers choose it by") { $0.title = $1 },
      .date("date", "ngày của tệp", "the day it is of") { $0.date = $1 },
    ])
}

/// What an entry of `check_ignore:` says.
struct IgnoreFields {
  var rule = ""

  static let fields = YAMLFields<IgnoreFields>(
    "check_ignore",
    [
      .required("rule", .code, "mã quy tắc", "the code of the rule") { $0.rule = $1 },
      .required("reason", .words, "lý do", "why it does not hold here") { _, _ in },
    ])
}
