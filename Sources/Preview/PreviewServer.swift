import Diagnostics
import FlyingFox
import FlyingSocks
import Generator
import Glibc

/// Shows all portals of a project on this machine while they are being written.
public struct PreviewServer: Sendable {
  private let options: BuildOptions
  private let language: Language?
  private let socket: LocalPort

  /// Takes a port; `run` then answers on it.
  ///
  /// - Parameters:
  ///   - language: of the messages; the project's for nil.
  ///   - port: the first to try; the next ones follow, and any that is free at last.
  public init(_ options: BuildOptions, language: Language?, port: UInt16) throws(PreviewProblem) {
    self.options = options
    self.language = language
    guard let free = LocalPort.free(from: port) else { throw .noPort }
    socket = free
  }

  public var address: String { socket.origin + "/" }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: called once pages can be asked for, with what is wrong so far.
  public func run(ready: @escaping @Sendable ([Diagnostic], Language) -> Void) async throws {
    let live = await LiveProject(options, origin: socket.origin)
    let watcher: Watcher
    do throws(Watcher.Failure) {
      watcher = try Watcher(root: options.project, folders: ["content", "themes"])
    } catch {
      throw PreviewProblem.cannotWatch(errno: error.code)
    }
    let bulletin = Bulletin()
    let language = if let language { language } else { await live.language ?? .vi }
    let answers = PreviewAnswers(live: live, bulletin: bulletin, root: options.project, language: language)
    let socket = socket
    let handler = ClosureHTTPHandler { await answers.guarded($0, origin: socket) }
    let server = HTTPServer(
      address: try .inet(ip4: LocalPort.host, port: socket.port), logger: .disabled, handler: handler)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await server.run() }
      group.addTask {
        try await server.waitUntilListening()
        ready(await live.problems(of: nil), language)
        for await paths in watcher.changes where await live.apply(paths) { await bulletin.announce() }
      }
      group.addTask {
        while true {
          try await Task.sleep(for: .seconds(10))
          await bulletin.beat()
        }
      }
      try await group.next()
      group.cancelAll()
    }
  }
}
