import ArgumentParser
import Checking
import Diagnostics
import Files
import Generator
import Glibc

struct FixCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fix",
    abstract: "Sửa lỗi gõ vô hại trong content/, sau khi cho xem. (Mends slips of typing in content/.)",
    discussion: """
      Ghép dấu rời (NFD), bỏ dấu cách không ngắt và ký tự vô hình đặt nhầm chỗ, cuối dòng CRLF, dấu cách thừa cuối dòng,
      BOM; thêm dấu xuống dòng ở cuối tệp. Sửa cả dấu Markdown gõ lệch mà ý đã rõ: ##Đề mục, -một, “–” đầu dòng, ** đậm **,
      địa chỉ có dấu cách, [chữ] (địa chỉ), (chữ)[địa chỉ], bảng thiếu dòng gạch, giá trị bị cắt ở dấu #.

      Trước hết in ra những chỗ sẽ sửa rồi hỏi. Không có người trả lời thì không sửa gì và kết thúc với mã 1 nếu có chỗ
      phải sửa. Không đụng tới mã và tên tệp.

      Ví dụ:
        vungxanh fix
        vungxanh fix content/huong-dan/mat-khau.md
        vungxanh fix --tone                hoà thành hòa, thuỷ thành thủy
        vungxanh fix --yes                 sửa luôn, không hỏi
        vungxanh fix --dry-run             chỉ xem
      """)

  @OptionGroup var place: ProjectFolder

  @Flag(help: "Đặt dấu thanh theo kiểu cũ: hòa, thủy. (Moves tone marks to the traditional place.)")
  var tone = false

  @Flag(help: "Sửa luôn, không hỏi. (Mends without asking.)")
  var yes = false

  @Flag(name: .customLong("dry-run"), help: "Chỉ cho xem, không sửa. (Only shows what would change.)")
  var dryRun = false

  @OptionGroup var speech: LanguageOption

  @Argument(
    help: "Tệp hoặc thư mục trong content/; mặc định là tất cả. (Files or folders of content/.)",
    completion: .file())
  var paths: [String] = []

  func run() async throws {
    if yes, dryRun { throw UsageFailure(.clashingOptions(["--yes", "--dry-run"])) }
    let root = place.root
    var options = MendingOptions(project: root, workers: Settings.cores)
    options.paths = paths.map { place.place($0) ?? absolutePath($0) }
    options.movesTones = tone
    let mending = await Mending(options)
    let dialogue = FixDialogue(root: root, language: speech.language(of: mending.language))
    dialogue.report(mending.problems)
    guard !mending.files.isEmpty else {
      if mending.problems.isEmpty { dialogue.say("Không có gì phải sửa.", "There is nothing to mend.") }
      throw ExitCode(mending.problems.isEmpty ? 0 : 1)
    }
    dialogue.show(mending.files)
    guard !dryRun, yes || dialogue.confirms(mending.files.count) else {
      dialogue.say(
        "Chưa sửa gì. Muốn sửa: \(command(paths))", "Nothing was changed. To mend it: \(command(paths))")
      throw ExitCode(1)
    }
    let (written, problems) = mending.apply()
    dialogue.report(problems)
    dialogue.say("Đã sửa \(written.count) tệp.", "Files mended: \(written.count).")
    throw ExitCode(mending.problems.isEmpty && problems.isEmpty ? 0 : 1)
  }

  /// What mends without asking.
  private func command(_ paths: [String]) -> String {
    let words = ["fix", "--yes"] + (tone ? ["--tone"] : []) + paths.map(Conversation.quoted)
    return Conversation.command(words.joined(separator: " "), project: place.project)
  }
}

/// Talks with the person at the terminal, if there is one.
private struct FixDialogue {
  let root: String
  let language: Language

  /// To standard error: standard output is the difference.
  func say(_ vi: String, _ en: String) { writeError((language == .vi ? vi : en) + "\n") }

  func report(_ problems: [Diagnostic]) { writeDiagnostics(problems, of: root, in: language) }

  func show(_ files: [Mending.File]) {
    let isColoured = isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil
    for file in files {
      for line in file.difference(in: language).split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast()
      {
        print(isColoured ? coloured(line) : String(line))
      }
    }
  }

  private func coloured(_ line: Substring) -> String {
    switch line.first {
    case "-": "\u{1B}[31m\(line)\u{1B}[0m"
    case "+": "\u{1B}[32m\(line)\u{1B}[0m"
    case "@", "#": "\u{1B}[36m\(line)\u{1B}[0m"
    default: String(line)
    }
  }

  /// Asks; false where nobody can answer.
  func confirms(_ count: Int) -> Bool {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return false }
    print(
      language == .vi ? "Sửa \(count) tệp này? [c/K] " : "Mend these files (\(count))? [y/N] ", terminator: ""
    )
    fflush(nil)
    return ["c", "có", "co", "y", "yes"].contains((readLine() ?? "").lowercased())
  }
}
