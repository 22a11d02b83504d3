import Publishing
import Diagnostics
import Files

/// What one kind of web server is told about the portal.
struct ServerFile: OutputSource {
  let kind: OutputKind
  let path: String
  let appendRules: @Sendable (ServerRules, inout [UInt8]) -> Void

  init(
    kind: OutputKind, path: String, _ appendRules: @escaping @Sendable (ServerRules, inout [UInt8]) -> Void
  ) {
    self.kind = kind
    self.path = path
    self.appendRules = appendRules
  }

  var turn: PublishingTurn { .pointer }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) { addresses.add(path, kind) }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    appendRules(drawing.serverRules, &bytes)
    return []
  }
}

extension Drawing {
  /// What a web server is told.
  var serverRules: ServerRules {
    let redirects = outputs.lazy.filter { $0.kind == .redirect }.map {
      (from: $0.path, to: self.route($0.key))
    }
    return ServerRules(
      path: portal.url.path, redirects: Array(redirects),
      gone: site.withdrawn.filter { address in
        let output = self.outputs.output(at: address)
        return output == nil || output?.kind == .gone
      }, isSecureOnly: portal.isSecureOnly,
      isPage: { self.outputs.output(at: $0)?.kind.source.isPage == true })
  }
}
