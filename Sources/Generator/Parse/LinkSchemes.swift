import Addresses
import Diagnostics
import Markdown

/// What a link may be that is no path: a row for each group of schemes. A scheme without a row is refused.
struct LinkScheme: Sendable {
  let names: [String]
  /// - Parameter destination: as it is written, not malformed as an address of its scheme.
  let target: @Sendable (_ scheme: String, _ destination: String) -> LinkTarget

  static let all: [LinkScheme] = [
    LinkScheme(names: ["https", "http"], target: web),
    LinkScheme(names: ["tel", "sms", "mailto"]) { _, destination in .plain(href: destination) },
    LinkScheme(names: ["javascript", "vbscript", "data", "blob"]) { scheme, _ in
      .wrong(LinkProblem.dangerousScheme(scheme))
    },
  ]

  private static let byName = Dictionary(
    uniqueKeysWithValues: all.flatMap { scheme in scheme.names.map { ($0, scheme) } })

  /// What a link with a scheme is.
  ///
  /// - Parameter name: the scheme, in lower case.
  static func target(_ name: String, _ destination: String) -> LinkTarget {
    if let right = Address.rightForm(of: destination) {
      return .wrong(LinkProblem.miswritten(destination, right: right))
    }
    return byName[name]?.target(name, destination) ?? .wrong(LinkProblem.unknownScheme(name))
  }

  @Sendable private static func web(_ scheme: String, _ destination: String) -> LinkTarget {
    let host = destination.dropFirst(scheme.count + 3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let isWhole = destination.dropFirst(scheme.count).hasPrefix("://")
    guard isWhole, !host.isEmpty, !host.contains(" ") else {
      return .wrong(LinkProblem.malformed(destination))
    }
    return .external(href: destination)
  }
}
