/// Every rule, with its usual weight. An error is what harms a reader, a warning what an editor should mend, a note
/// what is worth a look.
extension CheckRule {
  package static let access = [
    CheckRule(
      .access, "picture-no-alt", .error, vi: "ảnh không có mô tả", en: "a picture without a description"),
    CheckRule(
      .access, "picture-alt-file-name", .warning, vi: "mô tả ảnh chỉ là tên tệp",
      en: "a description that is a file's name"),
    CheckRule(
      .access, "picture-alt-says-nothing", .warning, vi: "mô tả ảnh chỉ nói “ảnh”, “hình”",
      en: "a description that says only “picture”"),
    CheckRule(
      .access, "link-text-empty", .error, vi: "liên kết không có chữ", en: "a link without text"),
    CheckRule(
      .access, "link-text-vague", .warning, vi: "chữ liên kết như “tại đây”, “xem thêm”",
      en: "a link that says only “here” or “more”"),
    CheckRule(
      .access, "link-text-address", .warning, vi: "chữ liên kết là cả một địa chỉ dài",
      en: "a link whose text is a long address"),
    CheckRule(
      .access, "heading-jump", .warning, vi: "đề mục bỏ cách cấp", en: "a heading that leaves out a level"),
    CheckRule(.access, "heading-empty", .warning, vi: "đề mục không có chữ", en: "a heading without words"),
    CheckRule(
      .access, "heading-repeated", .warning, vi: "hai đề mục giống nhau trong một phần",
      en: "the same heading twice in one part"),
    CheckRule(
      .access, "table-no-header", .warning, vi: "bảng không có tên cột",
      en: "a table whose columns have no names"),
  ]

  package static let writing = [
    CheckRule(
      .writing, "replacement-character", .error, vi: "ký tự \u{FFFD}: chữ đã mất khi chép",
      en: "a \u{FFFD}: a letter lost in copying"),
    CheckRule(
      .writing, "table-cells-lost", .error, vi: "dòng của bảng nhiều ô hơn số cột: ô thừa bị mất",
      en: "a table's row with more cells than columns: the rest is lost"),
    CheckRule(
      .writing, "table-not-made", .warning, vi: "các dòng định làm bảng mà không thành bảng",
      en: "lines meant as a table that are none"),
    CheckRule(
      .writing, "list-not-made", .warning, vi: "các dòng định làm danh sách mà không thành danh sách",
      en: "lines meant as a list that are none"),
    CheckRule(
      .writing, "heading-not-made", .warning, vi: "dòng định làm đề mục mà không thành đề mục",
      en: "a line meant as a heading that is none"),
    CheckRule(
      .writing, "prose-as-code", .warning, vi: "đoạn văn thụt vào nên thành mã máy tính",
      en: "prose that its indentation makes code"),
    CheckRule(
      .writing, "mixed-script-word", .warning, vi: "chữ cái Kirin hay Hy Lạp lẫn trong một từ",
      en: "a Cyrillic or Greek letter inside a word"),
    CheckRule(
      .writing, "no-break-space", .warning, vi: "dấu cách không ngắt và ký tự vô hình",
      en: "no-break spaces and invisible characters"),
    CheckRule(
      .writing, "mixed-tone-placement", .warning, vi: "hai cách đặt dấu (hòa, hoà) trong một bài",
      en: "both tone placements (hòa, hoà) on a page"),
    CheckRule(
      .writing, "wrong-quotes", .warning, vi: "dấu ngoặc kép lẫn lộn, quay ngược, không đóng",
      en: "quote marks mixed, turned or left open"),
    CheckRule(
      .writing, "paste-residue", .warning, vi: "dấu vết khi dán từ PDF, Word, mạng xã hội",
      en: "what pasting from PDF, Word or a social network left"),
    CheckRule(
      .writing, "spaced-punctuation", .warning, vi: "dấu câu thừa hoặc thiếu dấu cách",
      en: "a space too many or too few at a mark"),
    CheckRule(
      .writing, "address-with-blanks", .error, vi: "địa chỉ liên kết, ảnh có dấu cách nên không hiện được",
      en: "a link or picture that is none, since its address has blanks"),
    CheckRule(
      .writing, "broken-emphasis", .warning, vi: "dấu **, *, __ viết sai nên hiện nguyên thành chữ",
      en: "marks **, * or __ that make nothing bold or italic"),
    CheckRule(
      .writing, "link-apart", .warning, vi: "[chữ] (địa chỉ) có dấu cách ở giữa",
      en: "a blank in [text] (address)"),
    CheckRule(
      .writing, "link-reversed", .warning, vi: "(chữ)[địa chỉ] ngược hai loại ngoặc",
      en: "brackets the wrong way round, (text)[address]"),
    CheckRule(
      .writing, "picture-apart", .warning, vi: "! [mô tả](ảnh) có dấu cách ở giữa",
      en: "a blank in ! [description](picture)"),
    CheckRule(
      .writing, "link-title-quotes", .warning, vi: "tiêu đề của liên kết trong ngoặc kép cong",
      en: "a link's title in curly quotes"),
    CheckRule(
      .writing, "footnote-missing", .warning, vi: "dấu chú thích [^1] không có lời chú thích",
      en: "a mark [^1] of a footnote that has no text"),
    CheckRule(
      .writing, "task-not-made", .warning, vi: "ô đánh dấu viết thiếu dấu cách: - [] việc, - [x]việc",
      en: "a box of a check list that lacks a blank: - [] task, - [x]task"),
    CheckRule(
      .writing, "foreign-shortcode", .warning, vi: "mã của Hugo, Jekyll", en: "a shortcode of Hugo or Jekyll"),
    CheckRule(
      .writing, "alert-mark-missing", .warning, vi: "khung thiếu dấu > hoặc dấu chấm than",
      en: "an alert without its > or its exclamation mark"),
    CheckRule(
      .writing, "double-space", .note, vi: "thừa dấu cách, dấu tab", en: "double spaces, tabs"),
    CheckRule(
      .writing, "text-nfd", .note, vi: "chữ và dấu rời nhau (NFD)", en: "text with separate marks (NFD)"),
  ]

  package static let pageData = [
    CheckRule(
      .pageData, "title-too-long", .warning, vi: "tiêu đề dài quá 70 ký tự",
      en: "a title of more than 70 characters"),
    CheckRule(
      .pageData, "title-repeated", .warning, vi: "hai trang của một cổng cùng tiêu đề",
      en: "one title for two pages of a portal"),
    CheckRule(
      .pageData, "description-missing", .warning, vi: "trang chưa có lời giới thiệu (description)",
      en: "a page without a description"),
    CheckRule(
      .pageData, "description-too-long", .warning, vi: "lời giới thiệu dài quá 160 ký tự",
      en: "a description of more than 160 characters"),
    CheckRule(
      .pageData, "description-too-short", .warning, vi: "lời giới thiệu dưới 30 ký tự",
      en: "a description of fewer than 30 characters"),
    CheckRule(
      .pageData, "description-repeated", .warning, vi: "hai trang của một cổng cùng lời giới thiệu",
      en: "one description for two pages of a portal"),
    CheckRule(
      .pageData, "tag-nearly-same", .note, vi: "chủ đề chỉ khác chủ đề khác một chữ cái",
      en: "a tag that differs from another by one letter"),
  ]

  package static let upkeep = [
    CheckRule(
      .upkeep, "review-due", .warning, vi: "quá ngày phải xem lại (review_by)",
      en: "a page whose review (review_by) is overdue"),
    CheckRule(
      .upkeep, "expires-soon", .note, vi: "trang sẽ hết hạn trong 14 ngày",
      en: "a page that expires within 14 days"),
    CheckRule(
      .upkeep, "published-later", .note, vi: "trang hẹn ngày đăng",
      en: "a page that is published on a later day"),
    CheckRule(
      .upkeep, "date-far-ahead", .warning, vi: "ngày đăng còn hơn 300 ngày: có lẽ nhầm năm",
      en: "a day of publication more than 300 days ahead"),
    CheckRule(
      .upkeep, "page-to-fill-in", .note, vi: "chỗ còn ghi CẦN ĐIỀN trong trang",
      en: "a CẦN ĐIỀN left in a page"),
    CheckRule(
      .upkeep, "page-checklist-left", .warning, vi: "danh sách “Trước khi đăng” của bản mẫu còn trong trang",
      en: "the archetype's list of what to do before publishing, left in a page"),
    CheckRule(
      .upkeep, "page-copy", .warning, vi: "trang là bản sao của tệp bên cạnh (bai - Copy.md, bai (1).md)",
      en: "a page that is a copy of the file beside it (page - Copy.md, page (1).md)"),
    CheckRule(
      .upkeep, "page-orphan", .note, vi: "không menu, chuyên mục hay liên kết nào dẫn tới trang",
      en: "a page that no menu, section or link leads to"),
    CheckRule(
      .upkeep, "section-empty", .note, vi: "chuyên mục không có trang nào ở một cổng",
      en: "a section that has no pages on a portal"),
  ]

  package static let attachments = [
    CheckRule(
      .attachments, "attachment-dangerous", .error,
      vi: "tệp chạy được mã: có macro, chương trình, trang HTML, mã của máy chủ",
      en: "a file that can run code: with macros, a program, an HTML page, code of a server"),
    CheckRule(
      .attachments, "attachment-double-ending", .error,
      vi: "chương trình giả dạng tài liệu (cong-van.pdf.exe)",
      en: "a program that looks like a document (letter.pdf.exe)"),
    CheckRule(
      .attachments, "attachment-hidden-macro", .error, vi: "macro trong tệp docx, xlsx, pptx",
      en: "macros inside a docx, xlsx or pptx"),
    CheckRule(
      .attachments, "attachment-wrong-type", .error, vi: "nội dung tệp không đúng với đuôi tệp",
      en: "a file that is not what its ending says"),
    CheckRule(.attachments, "attachment-empty", .error, vi: "tệp trống", en: "an empty file"),
    CheckRule(
      .attachments, "attachment-heavy", .warning, vi: "tệp đính kèm nặng hơn 10 MB",
      en: "an attachment of more than 10 MB"),
    CheckRule(
      .attachments, "picture-heavy", .warning, vi: "ảnh nặng hơn 300 KB", en: "a picture of more than 300 KB"),
    CheckRule(
      .attachments, "picture-wide", .warning, vi: "ảnh rộng hơn 2560 điểm ảnh",
      en: "a picture more than 2560 pixels wide"),
    CheckRule(
      .attachments, "picture-script", .error, vi: "ảnh SVG có mã chạy được",
      en: "an SVG with code that can run"),
    CheckRule(
      .attachments, "picture-broken", .warning, vi: "ảnh hỏng: bị cắt, trống, sai cấu trúc",
      en: "a damaged picture: cut off, empty, or not what its format demands"),
    CheckRule(
      .attachments, "picture-huge", .warning, vi: "ảnh có hơn 100 triệu điểm ảnh",
      en: "a picture of more than 100 million pixels"),
    CheckRule(
      .attachments, "attachment-not-cleaned", .warning,
      vi: "ảnh HEIC, AVIF, TIFF, phim: có thể kèm nơi quay chụp",
      en: "a HEIC, AVIF, TIFF or film, which may tell where it was taken"),
    CheckRule(
      .attachments, "picture-hidden-data", .note,
      vi: "ảnh kèm vị trí, ngày chụp, tên máy…; bản đăng bỏ hết",
      en: "a picture that carries its place, date or camera, which is not published"),
    CheckRule(
      .attachments, "attachment-names-people", .warning, vi: "tệp còn ghi tên người soạn, người sửa",
      en: "a document that names its author or last editor"),
    CheckRule(
      .attachments, "attachment-review-left", .warning, vi: "tệp còn nhận xét, dấu vết sửa đổi",
      en: "a document with comments or tracked changes"),
    CheckRule(
      .attachments, "page-wrong-name", .warning,
      vi: "bài viết lưu với tên không phải .md (bai.md.txt, BAI.MD)",
      en: "a page under a name that is not .md (page.md.txt, PAGE.MD)"),
    CheckRule(
      .attachments, "file-unused", .warning, vi: "tệp không trang nào dùng, nên không được đăng",
      en: "a file that no page uses, and so is not published"),
    CheckRule(
      .attachments, "file-leftover", .note, vi: "tệp tạm do máy để lại (~$bai.docx, bai.bak)",
      en: "a file that a program left behind (~$page.docx, page.bak)"),
  ]

  package static let webLinks = [
    CheckRule(
      .webLinks, "link-look-alike", .error, vi: "tên miền dễ nhầm với một tên miền quen",
      en: "a host that is easily taken for a known one"),
    CheckRule(
      .webLinks, "link-foreign-letters", .error, vi: "tên miền có chữ ngoài bảng chữ cái Việt",
      en: "a host with letters that are not Vietnamese"),
    CheckRule(
      .webLinks, "link-hidden-host", .error, vi: "địa chỉ có dấu @ che nơi sẽ tới",
      en: "an address with an @ that hides its host"),
    CheckRule(
      .webLinks, "link-text-other-host", .error, vi: "chữ liên kết ghi tên miền khác nơi sẽ tới",
      en: "a link that names another host than it leads to"),
    CheckRule(
      .webLinks, "link-text-other-number", .error, vi: "chữ liên kết ghi số điện thoại khác số sẽ gọi",
      en: "a link that names another telephone number than it dials"),
    CheckRule(
      .webLinks, "link-redirect", .warning, vi: "liên kết đi vòng qua Google, Facebook, Zalo, Outlook",
      en: "a link by way of Google, Facebook, Zalo or Outlook"),
    CheckRule(
      .webLinks, "link-tracking", .warning, vi: "địa chỉ có phần đuôi theo dõi người bấm",
      en: "an address that follows its readers"),
    CheckRule(
      .webLinks, "link-form-editing", .warning, vi: "địa chỉ để sửa biểu mẫu thay cho địa chỉ để điền",
      en: "the address for editing a form, not for filling it in"),
    CheckRule(
      .webLinks, "link-numeric-host", .warning, vi: "địa chỉ bằng số thay cho tên miền",
      en: "a number in place of a host name"),
    CheckRule(
      .webLinks, "link-shortened", .warning, vi: "liên kết rút gọn", en: "a shortened link"),
    CheckRule(
      .webLinks, "link-own-portal", .warning, vi: "địa chỉ đầy đủ của một trang trong chính dự án",
      en: "a full address of a page of the project itself"),
    CheckRule(
      .webLinks, "link-insecure", .note, vi: "liên kết http:// không mã hóa", en: "an http:// link"),
  ]

  /// Those that need `--links`.
  package static let outside = [
    CheckRule(
      .outside, "outside-link-broken", .warning, vi: "trang ngoài báo lỗi",
      en: "an outside page that answers with an error"),
    CheckRule(
      .outside, "outside-link-unreachable", .warning, vi: "trang ngoài không trả lời",
      en: "an outside page that does not answer"),
    CheckRule(
      .outside, "outside-link-private", .warning, vi: "địa chỉ trong mạng nội bộ",
      en: "an address inside a private network"),
    CheckRule(
      .outside, "outside-link-moved", .note, vi: "trang ngoài đã chuyển hẳn đi nơi khác",
      en: "an outside page that moved for good"),
    CheckRule(
      .outside, "outside-link-skipped", .note, vi: "địa chỉ chưa kiểm tra được",
      en: "addresses that were not asked"),
  ]

  package static let check = [
    CheckRule(
      .check, "ignore-without-use", .note, vi: "check_ignore không bỏ qua điều gì",
      en: "a check_ignore that ignores nothing")
  ]
}
