@testable import vungxanh
import Starting
import Diagnostics

extension ProblemSamples {
  static let starting: [any Problem] =
    [
      StartProblem.folderNotEmpty(holds: "content"), .notAFolder, .noHomeTheme, .cannotCreate(.noPermission),
      .cannotCreate(.diskFull), .missingArchetype(type: "guide"),
      .unknownPlaceholder("titel", nearest: "title", known: []),
      .unknownPlaceholder("màu", nearest: nil, known: ["date", "title"]), .unclosedPlaceholder,
      .archetypeWithoutType,
    ] as [StartProblem]
    + ([
      .missingArgument(.type, choices: ["guide", "tip"]), .missingArgument(.title, choices: []),
      .missingArgument(.section, choices: ["/", "huong-dan"]),
      .unknownType("guied", nearest: "guide", known: []),
      .unknownType("thơ", nearest: nil, known: ["guide", "tip"]),
      .unknownSection("huong-dn", nearest: "huong-dan", known: []),
      .unknownSection("xyz", nearest: nil, known: (1...13).map { "muc-\($0)" }),
      .sectionOfPortals("phuong", portals: ["cong-vi", "giang-vo"]),
      .wrongSection("huong-dan", type: "chapter", choices: ["cam-nang/ung-xu"]),
      .noSection(type: "chapter", needed: "handbook"), .pageExists("content/huong-dan/mat-khau.md"),
      .emptySlug("🌿"), .reservedName("portals"), .notUTF8, .longTitle(limit: 300), .singlePortal,
    ] as [NewPageProblem])
}

extension ProblemSamples {
  static let machine: [MachineProblem] = [
    .untestedLibrary("libcmark-gfm", version: "0.30.0.gfm.1", known: "0.29.0.gfm.6"),
    .littleSpace(megabytes: 120), .notUTF8(locale: "C"), .fewWatches(limit: 8192, folders: 9000),
    .wrongClock(today: "1970-01-01"),
  ]
}

extension ProblemSamples {
  static let commandLine: [CommandLineProblem] = [
    .unknownCommand("buidl", nearest: "build", known: []),
    .unknownCommand("xyz", nearest: nil, known: ["build", "check"]),
    .unknownOption("--drafst", nearest: "--drafts", command: "build"),
    .unknownOption("--xyz", nearest: nil, command: "build"),
    .unknownOption("--lang", nearest: nil, command: nil),
    .unexpectedArgument("màn", example: "vungxanh new guide \"Khóa màn hình\""),
    .missingArgument("<thư mục>", example: "vungxanh init phuong-moi"),
    .missingValue(option: "--portal", example: "vungxanh build --portal cong-vi"),
    .unneededValue(option: "--drafts"),
    .badValue("serif", option: "--format", nearest: "sarif", known: []),
    .badValue("hôm nay", option: "--date", nearest: nil, known: ["2026-11-23"]),
    .notInProject("content/xyz", project: "/srv/phuong-moi"),
    .clashingOptions(["--yes", "--dry-run"]), .draftsIntoSite(option: "--drafts"),
  ]
}
