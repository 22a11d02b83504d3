import Checking
import Diagnostics
import Files
import FlyingFox
import Foundation
import Generator

/// What the preview answers to each request.
struct PreviewAnswers: Sendable {
  let live: LiveProject
  let bulletin: Bulletin
  /// The project's folder.
  let root: String
  let language: Language

  /// Where the preview's own files are, a name that no portal can have.
  static let ownFolder = "_vungxanh"

  /// Refuses what no page of the preview asks for.
  func guarded(_ request: HTTPRequest, origin: LocalPort) async -> HTTPResponse {
    guard origin.isNamed(by: request.headers[.host]) else {
      return .text(.misdirectedRequest, "Chỉ mở được từ máy này: \(origin.origin)/ (this machine only)\n")
    }
    guard request.method == .GET || request.method == .HEAD else {
      var response = HTTPResponse.text(.methodNotAllowed, "Chỉ xem, không gửi gì được (GET and HEAD only)\n")
      response.headers[HTTPHeader("Allow")] = "GET, HEAD"
      return response
    }
    guard let path = request.target.path().removingPercentEncoding, path.hasPrefix("/"),
      !path.contains("\0"), !path.contains("\\"), !path.split(separator: "/").contains("..")
    else { return .text(.badRequest, "Địa chỉ không hợp lệ (not an address of this preview)\n") }
    var response = await answer(String(path.dropFirst()), request)
    for (name, value) in PreviewPage.headers { response.headers[HTTPHeader(name)] = value }
    guard request.method == .HEAD, case .httpBody(let body) = response.payload else { return response }
    let length = response.headers[.contentLength] ?? body.count.map(String.init)
    response = HTTPResponse(statusCode: response.statusCode, headers: response.headers)
    response.headers[.contentLength] = length
    return response
  }

  private func answer(_ path: String, _ request: HTTPRequest) async -> HTTPResponse {
    guard !path.isEmpty else {
      guard let main = await live.portals.first else { return await broken() }
      return .moved(to: "/\(main.id)/")
    }
    let slash = path.firstIndex(of: "/") ?? path.endIndex
    let folder = String(path[..<slash])
    let rest = String(path[slash...].dropFirst())
    if folder == Self.ownFolder { return await ownFile(rest, request) }
    if slash == path.endIndex {
      return await live.portals.contains { $0.id == folder } ? .moved(to: "/\(folder)/") : await unknown()
    }
    // Taken first: what is saved while the page is drawn then counts as news to it.
    let version = await bulletin.version
    guard let answer = await live.answer(portal: folder, path: rest) else { return await unknown() }
    switch answer.content {
    case .bytes(let bytes): return page(bytes, at: answer.path, .ok, version)
    case .missing(let bytes): return page(bytes, at: answer.path, .notFound, version)
    case .elsewhere(let path): return .moved(to: "/\(folder)/\(path)")
    case .broken: return await broken()
    }
  }

  private func page(_ bytes: [UInt8], at path: String, _ status: HTTPStatusCode, _ version: String)
    -> HTTPResponse
  {
    let type = PreviewPage.mediaType(of: path)
    let isPage = type == PreviewPage.html
    return .bytes(status, isPage ? PreviewPage.withClient(bytes, language, version: version) : bytes, type)
  }

  /// No portal has such a name: the first page is the way on.
  private func unknown() async -> HTTPResponse {
    await live.portals.isEmpty ? await broken() : .moved(to: "/")
  }

  /// A page that says what is wrong, also without JavaScript.
  private func broken() async -> HTTPResponse {
    let version = await bulletin.version
    let errors = shown(await live.allProblems().filter { $0.severity == .error })
    return page(PreviewPage.broken(errors, language), at: ".html", .ok, version)
  }

  // MARK: The preview's own

  private func ownFile(_ name: String, _ request: HTTPRequest) async -> HTTPResponse {
    switch name {
    case "client.js": return .bytes(.ok, PackageResources.client_js, "text/javascript; charset=utf-8")
    case "panel.js": return .bytes(.ok, PackageResources.panel_js, "text/javascript; charset=utf-8")
    case "client.css": return .bytes(.ok, PackageResources.client_css, "text/css; charset=utf-8")
    case "events":
      guard request.method == .GET else { return .text(.ok, "") }
      return HTTPResponse(
        statusCode: .ok, headers: HTTPHeaders([.contentType: "text/event-stream"]),
        body: HTTPBodySequence(from: await bulletin.listen()))
    case "facts":
      let at = request.query.first { $0.name == "at" }?.value ?? ""
      return json(await facts(at))
    case "problems":
      let version = await bulletin.version
      let all = shown(await live.allProblems())
      return page(PreviewPage.problems(all, language), at: ".html", .ok, version)
    default: return .text(.notFound, "")
    }
  }

  /// What the panel on a page shows.
  struct PanelFacts: Encodable {
    let version: String
    let page: PageFacts?
    /// What keeps the page from being as it should.
    let problems: [ShownProblem]
    /// What else an editor should look at.
    let findings: [ShownProblem]
    let errors: Int
    let warnings: Int
    let portals: [LiveProject.PortalName]
  }

  /// - Parameter address: a page's, from the preview's root, encoded as the browser has it.
  private func facts(_ address: String) async -> PanelFacts {
    let version = await bulletin.version
    let parts = address.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: true).map(String.init)
    let path =
      parts.count > 1 ? parts[1] + (address.hasSuffix("/") && !parts[1].hasSuffix("/") ? "/" : "") : ""
    let page = parts.isEmpty ? nil : await live.facts(portal: parts[0], path: path)
    let counts = await live.counts
    return PanelFacts(
      version: version, page: page, problems: shown(await live.problems(of: page?.source)),
      findings: shown(await live.findings(on: page?.source ?? "")), errors: counts.errors,
      warnings: counts.warnings, portals: await live.portals)
  }

  private func shown(_ problems: [Diagnostic]) -> [ShownProblem] {
    var printer = Printer(language: language, usesColour: false) { sourceText($0, of: root) }
    return problems.map { ShownProblem($0, language, &printer) }
  }

  private func json(_ value: some Encodable) -> HTTPResponse {
    let encoder = JSONEncoder()
    encoder.keyEncodingStrategy = .convertToSnakeCase
    guard let data = try? encoder.encode(value) else { return .text(.internalServerError, "") }
    return .bytes(.ok, Array(data), "application/json")
  }
}

/// A problem as the page shows it.
struct ShownProblem: Encodable {
  let severity: String
  let code: String
  let message: String
  let remedy: String
  let path: String
  var line: Int?
  var column: Int?
  /// The line, and how many of its characters from `column` on are meant.
  var excerpt: String?
  var length: Int?

  init(_ diagnostic: Diagnostic, _ language: Language, _ printer: inout Printer) {
    let report = diagnostic.problem.report
    let phrase = report.phrase(in: language)
    severity = "\(diagnostic.severity)"
    code = report.code
    message = phrase.message
    remedy = phrase.remedy
    path = diagnostic.path
    if let place = printer.excerpt(of: diagnostic) {
      line = place.line
      column = place.column
      excerpt = place.text
      length = place.length
    }
  }
}

extension HTTPResponse {
  static func bytes(_ status: HTTPStatusCode, _ bytes: [UInt8], _ type: String) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: HTTPHeaders([.contentType: type]),
      // In one piece: a page in pieces would wait for the browser to say that it has the last one.
      body: HTTPBodySequence(data: Data(bytes), suggestedBufferSize: max(1, bytes.count)))
  }

  fileprivate static func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
    .bytes(status, Array(text.utf8), "text/plain; charset=utf-8")
  }

  fileprivate static func moved(to path: String) -> HTTPResponse {
    let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? "/"
    return HTTPResponse(statusCode: .found, headers: HTTPHeaders([.location: address]))
  }
}
