import ArgumentParser
import Diagnostics
import Escaping
import Generator
import Publishing
import Vietnamese

struct VersionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "versions",
    abstract: "Liệt kê các bản đã đăng còn giữ. (Lists the published versions that are kept.)",
    discussion: """
      Mỗi lần đăng có một số. Của mỗi cổng, ba bản trước bản đang đăng được giữ lại; quay về bằng: vungxanh back

      Ví dụ:
        vungxanh versions
        vungxanh versions --portal ba-dinh
        vungxanh versions --output /var/www/phuong-moi --json
      """)

  @OptionGroup var published: PublishedOptions

  @Flag(help: "In kết quả dạng JSON ra stdout. (Prints the result as JSON.)")
  var json = false

  func run() throws {
    let versions = Versions(of: published.site)
    let portals = try published.portals(of: versions)
    let language = published.language
    let lists = portals.map { (id: $0, live: versions.live($0), kept: versions.kept($0)) }
    if json {
      let texts = lists.map { list in
        let all = ([list.live].compactMap(\.self) + list.kept).map { $0.json(isLive: $0 == list.live) }
        return "{\"id\":\(list.id.asJSON),\"versions\":[\(all.joined(separator: ","))]}"
      }
      guard writeOutput("{\"portals\":[\(texts.joined(separator: ","))]}\n") else { throw ExitCode.failure }
      return
    }
    if portals.isEmpty {
      print(
        language == .vi
          ? "Chưa đăng lần nào vào \(published.site)."
          : "Nothing has been published into \(published.site) yet.")
    }
    for list in lists {
      print(list.id)
      if let live = list.live { print(live.line(in: language, isLive: true)) }
      for version in list.kept { print(version.line(in: language, isLive: false)) }
    }
  }
}

extension Version {
  fileprivate func line(in language: Language, isLive: Bool) -> String {
    let number = String(repeating: " ", count: max(0, 4 - "\(run)".count)) + "\(run)"
    let words = [moment(in: language)] + (author.isEmpty ? [] : [author]) + [change(in: language)]
    let mark = isLive ? (language == .vi ? "  ← đang đăng" : "  ← published") : ""
    return "\(number)  \(words.joined(separator: "  "))\(mark)"
  }

  /// Its day and time in Việt Nam.
  func moment(in language: Language) -> String {
    let day = CalendarDate.today(secondsSince1970: Int(time))
    let minutes = (Int(time) + CalendarDate.secondsAheadOfUTC) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let clock = "\(two(minutes / 60 % 24)):\(two(minutes % 60))"
    return "\(language == .vi ? day.short : day.english) \(clock)"
  }

  private func change(in language: Language) -> String {
    let isVietnamese = language == .vi
    var words: [String] = []
    switch origin {
    case .build: break
    case .back(let run): words.append(isVietnamese ? "quay về bản \(run)" : "back to \(run)")
    case .unknown: return isVietnamese ? "không rõ ai đăng" : "nobody knows who published it"
    }
    words.append(isVietnamese ? "đổi \(changedPages) trang" : "\(changedPages.of("page")) changed")
    let others = changedFiles - changedPages
    if others > 0 { words.append(isVietnamese ? "\(others) tệp khác" : others.of("other file")) }
    if removedFiles > 0 {
      words.append(isVietnamese ? "xóa \(removedFiles) tệp" : "\(removedFiles.of("file")) removed")
    }
    return words.joined(separator: ", ")
  }

  fileprivate func json(isLive: Bool) -> String {
    "{\"run\":\(run),\"live\":\(isLive),\"time\":\(time),\"author\":\(author.asJSON),"
      + "\"changed_pages\":\(changedPages),\"changed_files\":\(changedFiles),\"removed_files\":\(removedFiles)}"
  }
}
