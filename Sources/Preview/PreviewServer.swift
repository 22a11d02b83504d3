import Diagnostics
import FlyingFox
import FlyingSocks
import Generator
import Glibc

/// Shows all portals of a project on this machine while they are being written.
package struct PreviewServer: Sendable {
  private let options: BuildOptions
  private let language: Language?
  private let socket: LocalPort

  /// Takes a port; `run` then answers on it.
  ///
  /// - Parameters:
  ///   - language: of the messages; the project's for nil.
  ///   - port: the first to try; the next ones follow, and any that is free at last.
  package init(_ options: BuildOptions, language: Language?, port: UInt16) throws(PreviewProblem) {
    try self.init(options, language: language, socket: LocalPort.free(from: port))
  }

  /// - Parameter socket: nil where no port of this machine is free.
  init(_ options: BuildOptions, language: Language?, socket: LocalPort?) throws(PreviewProblem) {
    guard let socket else { throw .noPort }
    self.options = options
    self.language = language
    self.socket = socket
  }

  package var address: String { socket.origin + "/" }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter ready: called once pages can be asked for, with what is wrong so far.
  package func run(ready: @escaping @Sendable ([Diagnostic], Language) -> Void) async throws {
    let live = await LiveProject(options, origin: socket.origin)
    raiseDescriptorLimit()
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
    let connections = Connections(to: socket.port)
    let sweeping = connections.sweeping()
    defer { sweeping.cancel() }
    let (listening, isListening) = AsyncStream.makeStream(of: Void.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await Self.serve(socket, isListening) { request in
          await connections.answer(request) { await answers.guarded($0, origin: socket) }
        }
      }
      group.addTask {
        for await _ in listening { break }
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

  /// Answers requests until the task is cancelled. FlyingFox gives up when it cannot take a connection, as when this
  /// process has no file descriptor left; with that its connections end, and there is room to begin again.
  private static func serve(
    _ socket: LocalPort, _ isListening: AsyncStream<Void>.Continuation,
    _ answer: @escaping @Sendable (HTTPRequest) async -> HTTPResponse
  ) async throws {
    while true {
      let server = HTTPServer(
        address: try .inet(ip4: LocalPort.host, port: socket.port), logger: .disabled,
        handler: ClosureHTTPHandler(answer))
      let telling = Task {
        try await server.waitUntilListening()
        isListening.yield()
      }
      defer { telling.cancel() }
      do { try await server.run() } catch SocketError.failed(type: "Accept", _, _) {
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// To what this user may have: shells begin programs with few descriptors.
  private func raiseDescriptorLimit() {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
}
