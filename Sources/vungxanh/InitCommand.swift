import ArgumentParser
import Diagnostics
import Files
import Generator
import Starting

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Bắt đầu một dự án mới, dựng được ngay. (Begins a project that builds at once.)",
    discussion: """
      Tạo thư mục với một cổng: content/ có trang chủ, một chuyên mục, bài đầu tiên và trang trợ giúp; themes/ có
      giao diện vung-xanh. Thư mục phải chưa có, hoặc đang trống. Không ghi đè gì cả.

      Chạy ở cửa sổ dòng lệnh thì được hỏi tên, địa chỉ, cơ quan; giá trị chưa có được ghi là “CẦN ĐIỀN”.

      Ví dụ:
        vungxanh init phuong-moi
        vungxanh init phuong-moi --name "Phường Mới" --body "UBND phường Mới"
      """)

  @Argument(
    help: ArgumentHelp("Thư mục của dự án mới. (The new project's folder.)", valueName: "thư mục"),
    completion: .directory)
  var folder: String

  @Option(help: "Tên đơn vị, ví dụ “Phường Cống Vị”. (The unit's name.)")
  var name: String?

  @Option(help: "Địa chỉ của cổng trên mạng, https://…. (The portal's address.)")
  var url: String?

  @Option(help: "Cơ quan quản lý cổng, ví dụ “UBND phường Cống Vị”. (The body in charge.)")
  var body: String?

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let root = absolutePath(folder)
    let folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    let talk = Conversation(language: speech.language(of: nil), root: root)
    try talk.carryOut {
      try refuseUsed(root)
      let home = try HomeTheme.find(home: variable("VUNGXANH_HOME"), executable: "/proc/self/exe").get()
      var order = ProjectOrder(date: Settings.today)
      (order.name, order.url, order.body) = (name, url, body)
      order.tool = home.tool(executable: "/proc/self/exe")
      if let url { order.url = try ProjectOrder.checked(url: url) }
      if let asking = Asking(in: talk.language) { try ask(asking, &order) }
      let made = try startProject(order, in: root, from: home)
      tell(made, in: folder, talk)
    }
  }

  private func ask(_ asking: Asking, _ order: inout ProjectOrder) throws {
    if order.name == nil {
      order.name = try asking.answer(
        ("Tên đơn vị, ví dụ Phường Cống Vị (Enter: điền sau)", "The unit's name (Enter: later)"), usual: ""
      ) {
        (text) throws(StartFailure) in try TitleText.cleaned(text, from: "--name")
      }
    }
    if order.url == nil {
      order.url = try asking.answer(
        (
          "Địa chỉ của cổng, ví dụ https://phuong.example/ (Enter: điền sau)",
          "The portal's address, as https://phuong.example/ (Enter: later)"
        ), usual: ""
      ) { (text) throws(StartFailure) in text.isEmpty ? "" : try ProjectOrder.checked(url: text) }
    }
    if order.body == nil {
      order.body = try asking.answer(
        (
          "Cơ quan quản lý cổng (Enter: như trong ngoặc, hoặc điền sau)",
          "The body in charge (Enter: as shown, or later)"
        ),
        usual: order.name.flatMap(ProjectOrder.likelyBody) ?? ""
      ) { (text) throws(StartFailure) in try TitleText.cleaned(text, from: "--body") }
    }
  }

  private func tell(_ made: StartedProject, in folder: String, _ talk: Conversation) {
    talk.say("Đã tạo dự án trong \(folder):", "Made a project in \(folder):")
    for file in made.files { print("  " + file) }
    talk.say(
      "  themes/vung-xanh/, giao diện để bạn tùy ý sửa", "  themes/vung-xanh/, the theme, yours to change")
    if made.keptIgnoreFile {
      talk.say(
        "  .gitignore đang có được giữ nguyên; nên thêm vào đó dòng /site/",
        "  kept your .gitignore; best add the line /site/ to it")
    }
    talk.say("Tiếp theo:", "Next:")
    talk.say(
      "  cd \(Conversation.quoted(folder))\n      vào thư mục dự án; mọi lệnh sau gõ ở đó",
      "  cd \(Conversation.quoted(folder))\n      go to the project; all commands are typed there")
    talk.say(
      "  ./vungxanh preview\n      xem thử trên máy này",
      "  ./vungxanh preview\n      look at it on this machine")
    talk.say(
      "  ./vungxanh build\n      dựng trang vào thư mục site/",
      "  ./vungxanh build\n      write the site into site/")
    talk.say(
      "Chỗ nào ghi “CẦN ĐIỀN” thì thay bằng giá trị thật trước khi đăng.",
      "Wherever it says “CẦN ĐIỀN”, put the real value before you publish.")
  }
}
