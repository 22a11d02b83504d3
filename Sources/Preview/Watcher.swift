import Dispatch
import Files
import Glibc
import Synchronization

/// Tells what was saved below some folders, by inotify (7): nothing is polled, whatever the number of files.
final class Watcher: Sendable {
  /// Paths below the root that changed together; a folder for all that is in it.
  let changes: AsyncStream<Set<String>>

  private let watch: Mutex<Watch>
  /// Set up before anybody else has the watcher, and then only cancelled.
  private nonisolated(unsafe) let source: any DispatchSourceRead

  /// Why folders cannot be watched: the system's error number.
  struct Failure: Error { let code: Int32 }

  /// - Parameter folders: below the root, those that do not exist are passed over.
  init(root: String, folders: [String]) throws(Failure) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { throw Failure(code: errno) }
    var watch = Watch(root: root, top: folders, descriptor: descriptor)
    do throws(Failure) { try watch.addAll() } catch {
      close(descriptor)
      throw error
    }
    let (changes, continuation) = AsyncStream.makeStream(of: Set<String>.self)
    self.changes = changes
    self.watch = Mutex(watch)
    let queue = DispatchQueue(label: "vungxanh.watcher")
    source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
    source.setEventHandler { [weak self] in
      guard let self, self.watch.withLock({ $0.readEvents() }) else { return }
      // What an editor does for one save – a new file, a rename, another's removal – is one change.
      queue.asyncAfter(deadline: .now() + .milliseconds(Self.pause)) { [weak self] in
        guard let paths = self?.watch.withLock({ $0.takeChanges() }), !paths.isEmpty else { return }
        continuation.yield(paths)
      }
    }
    source.setCancelHandler {
      close(descriptor)
      continuation.finish()
    }
    source.resume()
  }

  deinit { source.cancel() }

  private static let pause = 8
}

/// The folders that are watched, and what has changed in them.
private struct Watch {
  let root: String
  /// The folders right below the root that are meant; of the root itself only their coming and going counts.
  let top: [String]
  let descriptor: Int32
  private var folders: [Int32: String] = [:]
  /// Files that are links, by the watch of their target's folder and the target's name there.
  private var linked: [Int32: [String: String]] = [:]
  private var changes: Set<String> = []
  private var isTold = false

  init(root: String, top: [String], descriptor: Int32) {
    self.root = root
    self.top = top
    self.descriptor = descriptor
  }

  private static let events =
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF

  mutating func addAll() throws(Watcher.Failure) {
    let number = inotify_add_watch(descriptor, root, UInt32(Self.events | Int32(IN_ONLYDIR)))
    if number >= 0 { folders[number] = "" }
    for folder in top { try add(folder) }
  }

  /// Watches a folder and those in it; one that vanishes meanwhile is passed over.
  mutating func add(_ folder: String) throws(Watcher.Failure) {
    let number = inotify_add_watch(descriptor, root + "/" + folder, UInt32(Self.events | Int32(IN_ONLYDIR)))
    guard number >= 0 else {
      if errno == ENOENT || errno == ENOTDIR || errno == EACCES { return }
      throw Watcher.Failure(code: errno)
    }
    // Known already: a link leads to a folder that is watched, perhaps the one around it.
    guard folders[number] == nil || folders[number] == folder else { return }
    folders[number] = folder
    for entry in (try? Disk.entries(of: root + "/" + folder)) ?? [] {
      guard entry.kind == .folder || entry.kind == .link, !entry.name.hasPrefix(".") else { continue }
      if entry.kind == .link { follow(folder + "/" + entry.name) }
      try add(folder + "/" + entry.name)
    }
  }

  /// Watches the folder of the file that a link leads to: what is saved there is saved here.
  private mutating func follow(_ link: String) {
    guard let resolved = realpath(root + "/" + link, nil) else { return }
    defer { free(resolved) }
    let target = String(cString: resolved)
    var info = stat()
    guard stat(target, &info) == 0, info.st_mode & S_IFMT == S_IFREG, let slash = target.lastIndex(of: "/")
    else { return }
    let number = inotify_add_watch(
      descriptor, String(target[...slash]), UInt32(Self.events | Int32(IN_ONLYDIR)))
    guard number >= 0 else { return }
    linked[number, default: [:]][String(target[target.index(after: slash)...])] = link
  }

  /// - Returns: whether something changed that nobody was told of yet.
  mutating func readEvents() -> Bool {
    withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: MemoryLayout<inotify_event>.alignment) {
      buffer in
      while true {
        let count = read(descriptor, buffer.baseAddress!, buffer.count)
        guard count > 0 else { break }
        var offset = 0
        while offset < count {
          let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
          let size = MemoryLayout<inotify_event>.size
          let name =
            event.len > 0
            ? String(cString: (buffer.baseAddress! + offset + size).assumingMemoryBound(to: CChar.self)) : ""
          note(event, name)
          offset += size + Int(event.len)
        }
      }
    }
    defer { isTold = !changes.isEmpty }
    return !changes.isEmpty && !isTold
  }

  private mutating func note(_ event: inotify_event, _ name: String) {
    func has(_ flag: Int32) -> Bool { event.mask & UInt32(flag) != 0 }
    if has(Int32(IN_Q_OVERFLOW)) {
      // Too much at once to be told of one by one: all of it counts as changed.
      changes.formUnion(top)
      return
    }
    if let link = linked[event.wd]?[name], !has(Int32(IN_CREATE)) { changes.insert(link) }
    guard let folder = folders[event.wd] else { return }
    if has(Int32(IN_IGNORED)) {
      folders[event.wd] = nil
      return
    }
    guard !name.isEmpty, !name.hasPrefix(".") else { return }
    guard !folder.isEmpty || top.contains(name) else { return }
    let path = folder.isEmpty ? name : folder + "/" + name
    if has(Int32(IN_ISDIR)) {
      if has(Int32(IN_CREATE) | Int32(IN_MOVED_TO)) { try? add(path) }
    } else if has(Int32(IN_CREATE)), !isLink(path) {
      return  // Its content comes with the event that closes it.
    }
    changes.insert(path)
  }

  private func isLink(_ path: String) -> Bool {
    var info = stat()
    return lstat(root + "/" + path, &info) == 0 && (info.st_mode & S_IFMT == S_IFLNK || info.st_nlink > 1)
  }

  mutating func takeChanges() -> Set<String> {
    defer {
      changes = []
      isTold = false
    }
    return changes
  }
}
