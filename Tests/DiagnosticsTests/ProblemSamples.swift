import Templates
import Files
import Fields
import Generator
import Diagnostics
import Publishing
import Uploading

@testable import Markdown

/// Every problem the tool can report, with words in its places; `ProblemTests` sees that none is left out.
enum ProblemSamples {
  static let all: [any Problem] =
    files + themes + portals + declarations + frontMatter + links + markdown + site + publishing
    + uploading
    + templates
    + outsideLinks + preview + checks + writing + starting + machine
    + commandLine

  static let files: [FileProblem] =
    [
      .diskFull, .noPermission, .readOnly, .notFound, .linkLoop, .nameTooLong, .outside, .notRegular,
      .other("Input/output error"),
    ]
    .map {
      .unreadable($0)
    } + [
      .unreadableFolder(.noPermission), .notRegular, .linkLoop, .linkOutside,
      .linkRepeats(other: "content/cam-nang"), .foldersTooDeep(limit: 64), .nameNotUTF8, .invalidUTF8,
      .tooManyMarks(limit: 64), .tooLarge(size: 52_428_800, limit: 1_048_576),
      .tooLargeToPublish(size: 3_221_225_472, limit: 2_147_483_648),
      .emptyPage, .mergeMarks, .sameName(other: "content/cam-nang/mat-khau.md"),
      .pageInsidePage(page: "content/cam-nang/index.md"), .missingSection(folder: "cam-nang"),
      .noContent(folder: "content"), .noSite, .factsNotRead, .nameWithoutLetters("中文"),
      .legacyText(kind: "TCVN3", reading: "Việt Nam"), .legacyText(kind: "VNI", reading: nil),
    ]

  static let themes: [ThemeProblem] = [
    .missingTheme("vung-xan", nearest: "vung-xanh"), .missingTheme("xanh", nearest: nil),
    .badThemeName("../giao-dien"), .missingLayout("pge", nearest: "page"), .sameTemplateName("campaign"),
    .missingLayout("redirect", nearest: nil), .missingWord("home", language: "en"),
    .unknownLayout("pge", nearest: "page", known: ["guide", "page"]),
    .unknownLayout("bìa", nearest: nil, known: ["guide", "page"]), .nestedThemeFile,
  ]

  static let portals: [PortalProblem] = [
    .outsidePortal, .unknownPortal("cong-v", nearest: "cong-vi"), .unknownPortal("abc", nearest: nil),
    .noPortalFile("congvi", nearest: "cong-vi"), .noPortalFile("abc", nearest: nil), .badPortalID("Cống Vị"),
    .noHome(portal: "cong-vi"),
    .toFillIn(key: "phone", text: "CẦN ĐIỀN – số điện thoại"),
    .toFillInOnLive(key: "phone", text: "CẦN ĐIỀN – số điện thoại"),
    .pageToFillInOnLive(portals: ["cong-vi"]), .sampleAddress("https://phuong.example/"),
  ]

  static let declarations: [DeclarationProblem] =
    [
      .colonInText(nil), .colonInText("title: \"Ba bước: dừng\""), .specialFirstCharacter(nil),
      .specialFirstCharacter("title: \"@a\""), .wholeInQuotes(nil),
      .wholeInQuotes("title: \"[Khẩn] Họp tổ dân phố số 5\""), .hashInList(nil),
      .hashInList("tags: [matkhau, taikhoan]"), .noColon(key: "description", value: "Bài thử"),
      .fullWidthColon(key: "title", value: "Bài thử"), .noListEntry("- mật khẩu"), .noBreakSpace,
      .indentation, .missingColon, .unclosedBracket, .tooDeep, .other,
      .tab, .indentedKey("owner"), .unclosedQuote, .quoteInQuotes,
      .noSpaceAfterColon(key: "date", value: "2026-11-25"),
    ].map { .syntax($0) } + [
      .severalDocuments, .anchorOrTag, .repeatedKey("title"),
      .cutValue(whole: "Bài thử #1 của phường", kept: "Bài thử"), .cutValue(whole: "#0b3d91", kept: ""),
      .missing, .notFirst, .wrongDashes("–––"),
      .unclosed, .twice, .notAMap,
    ]

  static let frontMatter: [FrontMatterProblem] =
    [
      .unknownKey("titel", of: "page", nearest: "title"), .unknownKey("màu", of: "portal.yaml", nearest: nil),
      .unknownKey("link", of: "source", nearest: nil),
      .wrongPlace("sort", of: "page"), .missingKey("title"), .wrongType("title", expected: .text),
      .wrongType("draft", expected: .truth), .wrongType("weight", expected: .number),
      .wrongType("menu", expected: .list), .wrongType("source", expected: .map),
      .wrongType("image", expected: .map), .wrongType("show", expected: .map),
      .wrongType("menu", expected: .map),
      .wrongType("attachments", expected: .map), .wrongType("audiences", expected: .map),
      .wrongType("check_ignore", expected: .map), .wrongType("check", expected: .map),
      .wrongType("owner", expected: .text), .wrongType("author", expected: .text),
      .wrongType("url", expected: .text), .wrongType("audience", expected: .textOrList),
      .wrongType("portals", expected: .textOrList), .wrongType("aliases", expected: .textOrList),
      .wrongType("related", expected: .textOrList), .wrongType("sections", expected: .textOrList),
      .wrongType("also_publish", expected: .textOrList), .wrongType("date", expected: .date),
      .wrongType("tags", expected: .textOrList), .emptyValue("title"), .emptyTruth("draft"),
      .emptyTruth("quick_exit"), .impossibleDate("2026-13-01"),
      .unreadableDate("hôm qua"), .dateNotISO("25/11/2026", taken: "2026-11-25"), .controlCharacter(8),
      .unknownValue("guied", of: "type", nearest: "guide", known: ["page", "guide"]),
      .unknownValue("thơ", of: "type", nearest: nil, known: ["page", "guide"]),
      .unknownValue("tin", of: "type", nearest: "tip", known: ["page", "tip"]),
      .unknownValue("event", of: "type", nearest: nil, known: ["page"]),
      .unknownValue("phường", of: "kind", nearest: nil, known: ["ward", "commune"]),
      .unknownValue("nhà", of: "kind", nearest: nil, known: ["ward", "commune"]),
      .unknownValue("sai", of: "sort", nearest: nil, known: ["weight", "date"]), .badSlug("../x"),
      .badAge("sáu"), .numberOutOfBounds("paginate", "0", least: 1, most: 1000), .badURL("phuong.example"),
      .badContact("email", "ubnd.vn"), .badContact("phone", "chưa có"), .quotesInTag("an toàn"),
      .unlikelyYear("date", "0202-11-25"),
      .badColour("xanh"),
      .paleAccent("#7cb342", contrast: 2.48, instead: "#557b2d", better: 4.86), .expiresBeforeDate,
      .datesOutOfOrder(first: "starts", last: "ends"),
    ]

  static let links: [LinkProblem] = [
    .missingPage("mat-khao.md", nearest: "mat-khau.md"), .missingPage("x.md", nearest: nil),
    .missingFile("cay.pgn", nearest: "cay.png"), .missingFile("x.pdf", nearest: nil),
    .missingAnchor("buoc-mott", page: "content/a.md", nearest: "buoc-mot"),
    .missingAnchor("x", page: "content/a.md", nearest: nil), .outsideContent("../../etc/passwd"),
    .dangerousScheme("javascript"), .unknownScheme("foo"), .malformed("https://"),
    .empty, .miswritten("0912345678", right: "tel:0912345678"),
    .remoteAttachment("https://ngoai.example/mau.pdf"),
    .withoutScheme("tongdai111.vn"), .onOwnDisk("C:\\Users\\lan\\mau-don.docx", page: nil),
    .onOwnDisk("file:///home/lan/site/main/a.html", page: "/a.md"), .heicPicture("cay.jpg"),
    .missingListedPage("tin.md", nearest: nil),
    .previewAddress("http://127.0.0.1:4000/main/gioi-thieu.html", page: "/gioi-thieu.md"),
    .previewAddress("http://localhost:4000/x", page: nil),
    .remoteImage("https://ngoai.example/a.png"), .notAnImage("a.txt"),
    .leftover("~$mau.docx"), .unpublished("nhap.md", because: .draft, instead: nil),
    .unpublished("sau.md", because: .future(from: "2026-12-01"), instead: nil),
    .unpublished("cu.md", because: .expired(after: "2026-11-01"), instead: nil),
    .unpublished("cu.md", because: .expired(after: "2026-11-01"), instead: "content/moi.md"),
    .unpublished("an.md", because: .hidden, instead: nil),
    .unpublished("an.md", because: .heldBack, instead: nil),
    .unpublished("an.md", because: .withdrawn(on: "2026-11-23"), instead: nil),
    .withdrawn("anh.jpg", on: "2026-11-23"),
    .hiddenFromPortal("noi-bo/_index.md", portal: "cong-vi"),
  ]

  static let markdown: [MarkdownProblem] =
    ["b", "i", "a", "img", "br", "table", "h1", "ul", "div", "script"].map { .rawHTML(tag: $0) } + [
      .unknownAlert("[!WARNNG]", nearest: "[!WARNING]"), .unknownAlert("[!XYZ]", nearest: nil),
      .firstLevelHeading("Đề mục"), .controlCharacter(8), .tooDeep(limit: MarkdownNesting.deepest),
      .tooCostly("[a]("),
      .unsafeReference("[x]: javascript:alert"),
    ]

  static let site: [SiteProblem] = [
    .sameRoute("a.html", other: "content/a.md", portal: "cong-vi"), .badAlias("../cu.html"),
    .nameTooLong("một chủ đề dài…", bytes: 300, limit: 255),
    .tagsWithOneSlug("mà", other: "má"),
    .outputOverlapsInput("content/"), .onlyAfterFirst, .nothingThere("content/tin/khong-co.md"),
  ]

  static let uploading: [UploadingProblem] = [
    .cannotSend(.diskFull), .changedByOthers(["index.html"]),
    .changedByOthers((1...8).map { "tin/\($0).html" }), .foreignFiles(["la.php"]), .notEmpty(3),
    .manyRemovals(214, of: 900), .notAsSent("index.html"), .changedMeanwhile("index.html"), .noTargets,
    .unknownTarget("ubs", nearest: "usb", known: ["usb"]),
    .unknownTarget("x", nearest: nil, known: ["may-chu", "usb"]),
    .whichTarget(["may-chu", "usb"]), .password("may-chu"), .unknownTransport("gopher://x"),
    .oneFolderForAll("may-chu"), .notBuilt(portal: "cong-vi"), .nothingBuilt,
    .noSuchHost("may-chu.example"), .noConnection("may-chu.example:21"), .lostConnection("may-chu.example"),
    .loginRefused("may-chu.example"), .unknownHostKey("may-chu.example"),
    .notSecure("may-chu.example", "SSL certificate problem: self-signed certificate"),
    .refused("may-chu.example", "RNFR command failed"), .strangeListing("???"), .sentElsewhere(3),
    .plainText("may-chu"), .notRemembered(.readOnly),
  ]

  static let publishing: [PublishingProblem] = [
    .cannotWrite(path: "site/cong-vi/a.html", .diskFull, portal: nil),
    .cannotWrite(path: "site/cong-vi/a.html", .readOnly, portal: "cong-vi"),
    .halfPublished(
      path: "site/cong-vi/a.html", .noPermission, new: ["ba-dinh"], mixed: ["cong-vi"],
      old: ["doi-can", "kim-ma"]),
    .inTheWay(path: "site/cong-vi/a.html"), .unreadableMarker(path: "site/.vungxanh", .noPermission),
    .foreignFolder(path: "site/cong-vi"), .outputInUse, .inPlace(.option), .inPlace(.disk), .inPlace(.link),
    .inPlace(.mount), .noPlaceForVersions, .leftBehind(path: "site/.vungxanh-staging-1"),
    .noVersion(portal: "cong-vi", run: nil, known: []),
    .noVersion(portal: "cong-vi", run: 3, known: [5, 6]),
    .versionNotKept(portal: "cong-vi", .noPermission),
  ]

  static let templates: [TemplateProblem] = [
    .unclosedTag, .unclosedSection("page"), .mismatchedClose(expected: "page", found: "pages"),
    .unopenedClose("page"), .badTag("a b"), .badDelimiters("=<="), .unknownField("titel", nearest: "title"),
    .unknownField("xyzzy", nearest: nil), .notText("portal"), .unescapedText("title"),
    .missingPartial("cardd", nearest: "card"), .missingPartial("xyzzy", nearest: nil),
    .endlessInclusion("branch"),
  ]
}
