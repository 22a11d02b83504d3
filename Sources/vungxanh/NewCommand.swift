import ArgumentParser
import Diagnostics
import Generator
import Starting

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Tạo một trang mới từ trang mẫu. (Makes a new page from an archetype.)",
    discussion: """
      Ghi một bản nháp vào đúng chỗ, có sẵn phần khai báo kèm lời giải thích và dàn bài. Không ghi đè gì cả.
      Chạy ở cửa sổ dòng lệnh thì những gì còn thiếu được hỏi lần lượt.

      Loại trang:
      \(NewType.allCases.map { "  \($0.rawValue.padded(to: 10))\($0.vietnameseName.padded(to: 12))\($0.label.vi)" }.joined(separator: "\n"))

      Ví dụ:
        vungxanh new
        vungxanh new guide "Khóa màn hình điện thoại" --section huong-dan
        vungxanh new news "Khen một người hàng xóm" --section chien-dich/moi-ngay-mot-tin-tot
        vungxanh new page "Lịch tiếp dân" --portal cong-vi --section phuong
        vungxanh new portal "UBND phường Cống Vị"

      Trang mẫu là các tệp trong themes/<giao diện>/archetypes/, sửa được.
      """)

  @Argument(
    help: ArgumentHelp("Loại trang, như danh sách trên. (The type of page.)", valueName: "loại"),
    completion: .newTypes)
  var type: String?

  @Argument(
    help: ArgumentHelp("Tiêu đề, trong ngoặc kép. (The title, in quotes.)", valueName: "tiêu đề"),
    completion: .list([]))
  var title: String?

  @Option(
    help: "Chuyên mục để đặt trang vào; / là ngay dưới trang chủ. (The section to put it into.)",
    completion: .sections)
  var section: String?

  @Option(help: "Chỉ dành cho cổng này. (Only for this portal.)", completion: .portals)
  var portal: String?

  @Option(help: "Ngày đăng, năm-tháng-ngày; mặc định là hôm nay. (The page's date.)")
  var date: String?

  @Option(help: "Tên tệp, khi không muốn lấy từ tiêu đề. (The name of the file.)")
  var slug: String?

  @OptionGroup var place: ProjectFolder

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let date = try Settings.today(date)
    if let type, (try? NewType.named(type).get()) == .portal, section != nil || portal != nil {
      throw UsageFailure(.clashingOptions(["new portal", section == nil ? "--portal" : "--section"]))
    }
    let root = place.root
    let read = ProjectOutline.read(root, on: Settings.today)
    let talk = Conversation(language: speech.language(of: try? read.get().language), root: root)
    try talk.carryOut {
      let outline = try read.get()
      let asking = Asking(in: talk.language)
      var order = PageOrder(type: try type(asking), date: date)
      (order.title, order.section, order.portal, order.slug) = (title, section, portal, slug)
      if let asking { try ask(asking, &order, outline) }
      let home = try? HomeTheme.find(home: variable("VUNGXANH_HOME"), executable: "/proc/self/exe").get()
      do throws(StartFailure) { tell(try make(order, in: outline, home: home), order, talk) } catch {
        talk.show(error)
        if order.type == .portal, outline.hasSinglePortal { tellSteps(outline, talk) }
        throw ExitCode.failure
      }
    }
  }

  // MARK: Asking

  private func type(_ asking: Asking?) throws -> NewType {
    if type == nil, let asking {
      let options = NewType.allCases.map {
        asking.language == .vi
          ? (name: $0.vietnameseName, meaning: $0.label.vi) : (name: $0.rawValue, meaning: $0.label.en)
      }
      return NewType.allCases[
        try asking.choice(("Bạn muốn tạo gì?", "What do you want to make?"), among: options) { name in
          (try? NewType.named(name).get()).flatMap(NewType.allCases.firstIndex)
        }]
    }
    return try NewType.named(type).get()
  }

  private func ask(_ asking: Asking, _ order: inout PageOrder, _ outline: ProjectOutline) throws {
    // What cannot be mended by an answer is told before the first question.
    try outline.checkPlace(of: order)
    if order.title?.isEmpty ?? true {
      let question =
        order.type == .portal
        ? ("Tên đơn vị, ví dụ UBND phường Cống Vị", "The unit's name, as UBND phường Cống Vị")
        : ("Tiêu đề", "Title")
      let title = try asking.answer(question) { (text) throws(StartFailure) in
        try TitleText.cleaned(text, from: "TIÊU ĐỀ")
      }
      order.title = title
      if order.slug == nil, (try? TitleText.slug(nil, title: title)) == nil {
        order.slug = try asking.answer(
          ("Tên tệp, chữ thường không dấu, ví dụ ngay-hoi", "Name of the file, as open-day")
        ) { (text) throws(StartFailure) in try TitleText.slug(text, title: title) }
      }
    }
    guard order.section == nil, order.type != .portal else { return }
    let choices = outline.choices(for: order.type, portal: order.portal)
    let top = asking.language == .vi ? "ngay dưới trang chủ" : "right below the home page"
    let index = try asking.choice(
      ("Đặt vào đâu?", "Where does it go?"),
      among: choices.map { (name: $0.argument, meaning: $0.place.isEmpty ? top : $0.title) })
    order.section = choices[index].argument
  }

  // MARK: Telling

  private func tell(_ made: MadePage, _ order: PageOrder, _ talk: Conversation) {
    talk.say("Đã tạo \(made.path)", "Made \(made.path)")
    let shown = made.archetype.path
    if let theme = made.archetype.missingIn {
      talk.say(
        "  theo mẫu \(shown); giao diện \(theme) không có mẫu riêng",
        "  from \(shown), since the theme \(theme) has none of its own")
    } else {
      talk.say("  theo mẫu \(shown)", "  from \(shown)")
    }
    if let replaced = made.replaced, let portal = order.portal {
      talk.say(
        "  Khi đăng, trang này thay cho \(replaced) trên cổng \(portal).",
        "  Once published it takes the place of \(replaced) on the portal \(portal).")
    }
    talk.say("Tiếp theo:", "Next:")
    let preview = Conversation.command("preview", project: place.project)
    let build = Conversation.command("build", project: place.project)
    if order.type == .portal {
      let list = Conversation.command("build --to-fill", project: place.project)
      talk.say(
        "  1. Điền những chỗ “CẦN ĐIỀN” trong tệp ấy và sửa url; liệt kê bằng: \(list)",
        "  1. Fill in what says “CẦN ĐIỀN” there, and the url; list them with: \(list)")
      talk.say("  2. Xem thử: \(preview)", "  2. Look at it: \(preview)")
      talk.say("  3. Dựng trang: \(build)", "  3. Write the site: \(build)")
      return
    }
    talk.say(
      "  1. Mở tệp, viết phần khai báo ở đầu và thay những chỗ “CẦN ĐIỀN”.",
      "  1. Open the file, complete its head, and replace what says “CẦN ĐIỀN”.")
    talk.say("  2. Xem thử: \(preview)", "  2. Look at it: \(preview)")
    talk.say(
      "  3. Trang đang là bản nháp. Xong thì xóa dòng draft: true rồi chạy: \(build)",
      "  3. It is a draft. When it is done, delete the line draft: true and run: \(build)")
  }

  private func tellSteps(_ outline: ProjectOutline, _ talk: Conversation) {
    let steps = outline.stepsToSeveralPortals
    writeError(
      talk.language == .vi
        ? "Thêm cổng là một quyết định của đơn vị: từ một cổng thành nhiều cổng thì làm lần lượt như sau.\n"
        : "A second portal is a decision. To go from one portal to several:\n")
    for (index, step) in (talk.language == .vi ? steps.vi : steps.en).enumerated() {
      writeError("  \(index + 1). \(step)\n")
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
