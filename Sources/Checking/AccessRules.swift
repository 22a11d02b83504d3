import Diagnostics
import Files
import Generator
import Markdown

/// What keeps some readers from what the page says.
extension PageCheck {
  mutating func checkAccess() {
    for picture in outline.pictures { check(picture) }
    for link in outline.links { checkText(of: link) }
    checkHeadings()
    for table in outline.tables where table.header.allSatisfy(\.isBlank) {
      find(AccessProblem.tableWithoutHeader, at: .position(line: table.line - 1, column: 0, length: 1))
    }
    // That a leading picture has a description, its schema sees to.
    let image = fields.value("image")?.texts.first { $0.key == "alt" }
    if let image, let problem = Self.problem(ofAlt: image.text) {
      find(problem, at: fields.place(of: image.value))
    }
  }

  // MARK: Pictures

  private mutating func check(_ picture: Outline.Picture) {
    if picture.alt.isBlank {
      let place = place(of: picture.destination, afterAny: "](", line: picture.line)
      find(AccessProblem.pictureWithoutAlt(picture.destination), at: place)
    } else if let problem = Self.problem(ofAlt: picture.alt) {
      find(problem, at: place(of: picture.alt, afterAny: "![", line: picture.line))
    }
  }

  private static func problem(ofAlt alt: String) -> AccessProblem? {
    let words = alt.bareWords
    if isFileName(words) { return .altIsFileName(alt) }
    // “ảnh 2” says as little as “ảnh”.
    var unnumbered = Substring(words)
    while let last = unnumbered.last, last.isNumber || last == " " { unnumbered.removeLast() }
    return emptyAlts.contains(String(unnumbered)) ? .altSaysNothing(alt) : nil
  }

  /// `img_2031.jpg`, `anh-1.png`, and what cameras and phones call their pictures without the ending.
  private static func isFileName(_ words: String) -> Bool {
    if let dot = words.lastIndex(of: "."),
      FileEnding.pictures.contains(String(words[words.index(after: dot)...]))
    {
      return true
    }
    guard let prefix = cameraPrefixes.first(where: words.hasPrefix) else { return false }
    let rest = words.dropFirst(prefix.count)
    return !rest.isEmpty && rest.allSatisfy { $0.isNumber || $0 == "_" || $0 == "-" }
  }

  private static let cameraPrefixes = ["img", "dsc", "dscn", "image", "screenshot", "photo", "anh", "hinh"]

  private static let emptyAlts: Set = [
    "ảnh", "hình", "hình ảnh", "tấm ảnh", "bức ảnh", "bức hình", "ảnh chụp", "ảnh minh họa", "ảnh minh hoạ",
    "hình minh họa", "hình minh hoạ", "minh họa", "minh hoạ", "ảnh bìa", "ảnh đại diện", "image", "picture",
    "photo", "img", "pic", "illustration", "figure",
  ]

  // MARK: Links

  private mutating func checkText(of link: Outline.Link) {
    if link.text.isBlank {
      // A picture without a description is reported as one.
      guard !link.isPicture else { return }
      let place = place(of: link.destination, afterAny: "](", line: link.line)
      find(AccessProblem.linkWithoutText(link.destination), at: place)
    } else if Self.vagueTexts.contains(link.text.bareWords), !link.isPicture {
      find(AccessProblem.vagueLinkText(link.text), at: place(of: link.text, afterAny: "[", line: link.line))
    } else if link.text.count > Self.longestAddress, !link.text.contains(" "),
      ["http://", "https://", "www."].contains(where: link.text.hasPrefix)
    {
      find(AccessProblem.addressAsText(link.text), at: place(of: link.text, line: link.line))
    }
  }

  /// A short address may be said aloud and typed; one of this length is noise.
  private static let longestAddress = 40

  private static let vagueTexts: Set = [
    "đây", "ở đây", "tại đây", "vào đây", "bấm vào đây", "bấm đây", "nhấn vào đây", "nhấp vào đây",
    "click vào đây", "kích vào đây", "xem", "xem thêm", "xem tiếp", "xem tại đây", "xem ở đây",
    "xem chi tiết",
    "chi tiết", "chi tiết tại đây", "đọc thêm", "đọc tiếp", "đọc tại đây", "tìm hiểu thêm", "link",
    "link này",
    "đường link", "liên kết", "liên kết này", "đường dẫn", "đường dẫn này", "trang này", "bài này", "here",
    "click", "click here", "read more", "more", "see more", "learn more", "this", "this link", "this page",
    "details", "link here",
  ]

  // MARK: Headings

  private mutating func checkHeadings() {
    // The headings around the one at hand, the title before all; of each, what stands below it so far.
    var around = [Part(level: 1)]
    for heading in outline.headings {
      // The build makes a second-level heading of a first-level one.
      let level = max(2, heading.level)
      while let last = around.last, last.level >= level { around.removeLast() }
      let parent = around[around.count - 1]
      if heading.text.isBlank {
        find(AccessProblem.emptyHeading, at: .position(line: heading.line - 1, column: 0, length: 1))
      } else {
        if level > parent.level + 1 {
          let problem = AccessProblem.headingJump(heading.text, from: parent.level, to: level)
          find(problem, at: place(of: heading.text, line: heading.line))
        }
        let words = heading.text.bareWords
        if let first = around[around.count - 1].headings.updateValue(heading.line, forKey: words) {
          around[around.count - 1].headings[words] = first
          let problem = AccessProblem.repeatedHeading(heading.text, firstLine: first)
          find(problem, at: place(of: heading.text, line: heading.line))
        }
      }
      around.append(Part(level: level))
    }
  }

  private struct Part {
    let level: Int
    /// The lines of the headings below it, by their words.
    var headings: [String: Int] = [:]
  }
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// In lower case, without spaces or punctuation around.
  fileprivate var bareWords: String {
    var words = lowercased()[...]
    func isAround(_ character: Character) -> Bool {
      character.isWhitespace || character.isPunctuation || character.isSymbol
    }
    while let first = words.first, isAround(first) { words.removeFirst() }
    while let last = words.last, isAround(last) { words.removeLast() }
    return String(words)
  }
}
