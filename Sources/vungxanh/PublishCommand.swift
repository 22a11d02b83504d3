import ArgumentParser
import Diagnostics
import Files
import Generator
import Glibc
import Publishing
import Uploading

struct PublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract:
      "Chép các cổng tới nơi người đọc xem, chỉ những gì đã đổi. (Sends portals to where readers find them.)",
    discussion: """
      Nơi đăng khai báo trong publish.yaml ở thư mục dự án, ví dụ:
        targets:
          - name: may-chu
            to: /mnt/web/$portal

      Chỉ chép tệp đã đổi: tệp đã gỡ xóa trước, rồi ảnh và tệp, rồi trang, trang chủ sau cùng. Đứt giữa chừng thì chạy lại
      là làm tiếp. Tệp nào ở nơi đăng bị người khác sửa thì máy dừng và báo, không ghi đè.

      Ví dụ:
        vungxanh publish --dry-run         chỉ xem sẽ làm gì
        vungxanh publish
        vungxanh publish --portal ba-dinh --to usb
        vungxanh publish --back            trở về bản trước rồi đăng bản ấy
      """)

  @OptionGroup var published: PublishedOptions

  @Option(help: "Tên nơi đăng trong publish.yaml. (The name of a target.)")
  var to: String?

  @Flag(name: .customLong("dry-run"), help: "Chỉ nói sẽ làm gì. (Only says what it would do.)")
  var dryRun = false

  @Flag(help: "Ghi đè cả tệp mà người khác đã sửa ở nơi đăng. (Replaces what others changed there.)")
  var overwrite = false

  @Flag(help: "Cho xóa nhiều tệp. (Removes many files, too.)")
  var yes = false

  @Flag(help: "Trở về bản trước rồi đăng. (Goes back to the version before, and sends it.)")
  var back = false

  func run() async throws {
    let root = published.place.root
    var problems: [Diagnostic] = []
    let target = Target.all(of: root, problems: &problems).chosen(to, problems: &problems)
    let project = Project(declaredIn: root, problems: &problems)
    let language = published.speech.language(of: project?.language)
    var sent: [SentPortal] = []
    if let target, !problems.contains(where: { $0.severity == .error }) {
      if back { await goBack(problems: &problems) }
      var rules = UploadRules()
      (rules.isDryRun, rules.overwrites, rules.removesMany) = (dryRun, overwrite, yes)
      (rules.time, rules.workers) = (Settings.now, Settings.cores)
      rules.memory = Workspace.sent(of: published.site)
      if isatty(STDERR_FILENO) == 1, !dryRun {
        rules.progress = { done, all in writeError("\r\(done)/\(all)" + (done == all ? "\n" : "")) }
      }
      let built = ((try? Publisher(output: published.site).ownedPortals()) ?? []).sorted()
      sent = await publish(
        published.names, of: published.site, built: built, to: target, from: root,
        withdrawn: project?.withdrawnPaths ?? [:], rules, secrets(in: language), problems: &problems)
    }
    problems += sent.flatMap(\.report.problems)
    writeDiagnostics(problems.filter { $0.severity != .note }, of: root, in: language)
    for portal in sent { print(words(of: portal, in: language)) }
    if problems.contains(where: { $0.severity == .error }) { throw ExitCode.failure }
  }

  private func secrets(in language: Language) -> Secrets {
    var secrets = Secrets()
    secrets.environment = { variable($0) }
    secrets.home = secrets.environment("HOME") ?? ""
    guard Asking(in: language) != nil else { return secrets }
    secrets.ask = { place in
      let question = language == .vi ? "Mật khẩu của \(place): " : "Password of \(place): "
      // Reads from the terminal itself, without showing what is typed.
      return getpass(question).map { String(cString: $0) }
    }
    return secrets
  }

  private func goBack(problems: inout [Diagnostic]) async {
    var publisher = Publisher(output: published.site)
    _ = await publisher.back(
      published.names, to: nil, time: Settings.now, author: Settings.author, workers: Settings.cores,
      problems: &problems)
    publisher.close()
  }

  private func words(of portal: SentPortal, in language: Language) -> String {
    let report = portal.report
    let isVietnamese = language == .vi
    let (put, remove) =
      dryRun
      ? (isVietnamese ? "sẽ gửi" : "would send", isVietnamese ? "sẽ xóa" : "would remove")
      : (isVietnamese ? "đã gửi" : "sent", isVietnamese ? "đã xóa" : "removed")
    let line =
      isVietnamese
      ? "\(portal.id) → \(portal.place): \(put) \(report.sent.count) tệp, \(remove) \(report.removed.count), \(report.unchanged) tệp đã có sẵn"
      : "\(portal.id) → \(portal.place): \(put) \(report.sent.count.of("file")), \(remove) \(report.removed.count), \(report.unchanged) there already"
    guard dryRun else { return line }
    return ([line] + report.removed.map { "  \(remove) \($0)" } + report.sent.map { "  \(put) \($0)" })
      .joined(separator: "\n")
  }
}

extension Project {
  /// By portal, paths below it of what was withdrawn.
  fileprivate var withdrawnPaths: [String: Set<String>] {
    var paths: [String: Set<String>] = [:]
    for address in withdrawals.flatMap(\.addresses) {
      guard let slash = address.firstIndex(of: "/") else { continue }
      paths[String(address[..<slash]), default: []].insert(String(address[address.index(after: slash)...]))
    }
    return paths
  }
}
