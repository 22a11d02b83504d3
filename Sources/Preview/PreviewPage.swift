import Diagnostics
import Escaping
import Generator

/// Pages as the preview sends them: with its client, and those of its own.
enum PreviewPage {
  static let html = "text/html; charset=utf-8"

  /// As published pages have them.
  static let headers = PublishedHeaders.all + [("Cache-Control", "no-store")]

  static func mediaType(of path: String) -> String {
    switch path.split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? "" {
    case "html": html
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "xml": "application/xml; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "webp": "image/webp"
    case "gif": "image/gif"
    case "ico": "image/x-icon"
    case "webmanifest": "application/manifest+json"
    case "pdf": "application/pdf"
    case "woff2": "font/woff2"
    case "mp3": "audio/mpeg"
    case "mp4": "video/mp4"
    case "txt", "conf", "htaccess", "caddyfile": "text/plain; charset=utf-8"
    case "config": "text/xml; charset=utf-8"
    default: "application/octet-stream"
    }
  }

  /// The page with the preview's script and style before the end of its body, or at its end.
  ///
  /// - Parameter version: of the project as the page shows it.
  static func withClient(_ page: [UInt8], _ language: Language, version: String) -> [UInt8] {
    let folder = PreviewAnswers.ownFolder
    let client = Array(
      """
      <script src="/\(folder)/panel.js"></script>
      <script src="/\(folder)/client.js" data-language="\(language.rawValue)" data-version="\(version)"></script>

      """.utf8)
    let end = Array("</body>".utf8)
    var place = page.count
    var index = page.count - end.count
    while index >= 0 {
      if page[index] == end[0], page[index..<index + end.count].elementsEqual(end) {
        place = index
        break
      }
      index -= 1
    }
    return page[..<place] + client + page[place...]
  }

  // MARK: Its own

  static func broken(_ problems: [ShownProblem], _ language: Language) -> [UInt8] {
    let (title, text) =
      language == .vi
      ? ("Trang chưa xem được", "Sửa những lỗi dưới đây rồi lưu tệp; trang sẽ tự hiện ra.")
      : ("This page cannot be shown yet", "Mend what is below and save; the page will appear by itself.")
    return document(title, text, problems, language, isOverlaid: true)
  }

  static func problems(_ problems: [ShownProblem], _ language: Language) -> [UInt8] {
    let text =
      problems.isEmpty
      ? (language == .vi ? "Không có lỗi, không có cảnh báo." : "No errors, no warnings.")
      : (language == .vi
        ? "Toàn bộ lỗi, cảnh báo và ghi chú của dự án." : "Every error, warning and note of the project.")
    return document(
      language == .vi ? "Lỗi và cảnh báo" : "Problems", text, problems, language, isOverlaid: false)
  }

  private static func document(
    _ title: String, _ text: String, _ problems: [ShownProblem], _ language: Language, isOverlaid: Bool
  ) -> [UInt8] {
    let list = problems.map { "<li>\(item($0, language))</li>" }.joined(separator: "\n")
    return Array(
      """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(title))</title>
      <link rel="stylesheet" href="/\(PreviewAnswers.ownFolder)/client.css">
      </head>
      <body class="vx-document"\(isOverlaid ? " data-broken" : "")>
      <main>
      <h1>\(escaped(title))</h1>
      <p>\(escaped(text)) <a href="/">\(language == .vi ? "Về trang chủ" : "Home page")</a></p>
      <ul class="vx-problems">
      \(list)
      </ul>
      </main>
      </body>
      </html>

      """.utf8)
  }

  private static func item(_ problem: ShownProblem, _ language: Language) -> String {
    let place = problem.line.map { ":\($0):\(problem.column ?? 1)" } ?? ""
    var text =
      "<p class=\"vx-\(problem.severity)\"><code>\(escaped(problem.path + place))</code> \(escaped(problem.message))</p>"
    if let excerpt = problem.excerpt { text += "<pre>\(escaped(excerpt))</pre>" }
    return text + "<p>\(language == .vi ? "Cách sửa" : "Remedy"): \(escaped(problem.remedy))</p>"
  }

  private static func escaped(_ text: String) -> String {
    var html: [UInt8] = []
    html.append(escaping: text)
    return String(decoding: html, as: UTF8.self)
  }
}
