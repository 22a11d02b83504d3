import CMarkGFM
import Glibc

/// The memory that the trees of one thread live in: handed out by moving a cursor, given back all at once.
///
/// A page takes some two thousand small pieces, and taking and freeing each by itself cost a quarter of the time
/// of parsing. libcmark-gfm's allocator functions take no context, so a thread finds its arena in its
/// thread-specific data; a tree must end on the thread that began it.
struct Arena {
  private var cursor: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  /// The first one is kept for the next tree.
  private var chunks: [UnsafeMutableRawBufferPointer]
  private var trees = 0

  private static let chunkSize = 1 << 20
  /// Every piece has its size before it, which `realloc` needs; 16 bytes keep the piece aligned.
  private static let headerSize = 16

  private init() {
    let chunk = Self.makeChunk(Self.chunkSize)
    chunks = [chunk]
    cursor = chunk.baseAddress!
    end = cursor + chunk.count
  }

  // MARK: Trees

  /// Tells this thread's arena that a tree begins.
  static func beginTree() { current.pointee.trees += 1 }

  /// Tells it that a tree ended. With the last one all memory is free again.
  static func endTree() {
    let arena = current
    arena.pointee.trees -= 1
    if arena.pointee.trees == 0 { arena.pointee.reset() }
  }

  private mutating func reset() {
    for chunk in chunks.dropFirst() { chunk.deallocate() }
    chunks.removeSubrange(1...)
    cursor = chunks[0].baseAddress!
    end = cursor + chunks[0].count
  }

  // MARK: Memory

  /// What libcmark-gfm is given: the arena of whichever thread calls.
  nonisolated(unsafe) static let allocator: UnsafeMutablePointer<cmark_mem> = {
    let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
    functions.initialize(
      to: cmark_mem(
        calloc: { count, size in
          let piece = Arena.current.pointee.allocate(count * size)
          memset(piece, 0, count * size)
          return piece
        },
        realloc: { piece, size in Arena.current.pointee.reallocate(piece, size) },
        free: { _ in }))
    return functions
  }()

  private mutating func allocate(_ size: Int) -> UnsafeMutableRawPointer {
    let needed = Self.headerSize + (size + 15) & ~15
    if end - cursor < needed { addChunk(atLeast: needed) }
    let piece = cursor + Self.headerSize
    cursor.storeBytes(of: needed - Self.headerSize, as: Int.self)
    cursor += needed
    return piece
  }

  private mutating func reallocate(_ piece: UnsafeMutableRawPointer?, _ size: Int) -> UnsafeMutableRawPointer
  {
    guard let piece else { return allocate(size) }
    let header = piece - Self.headerSize
    let oldSize = header.load(as: Int.self)
    if size <= oldSize { return piece }
    // A buffer that grows is often the last piece, and then grows where it stands.
    let newSize = (size + 15) & ~15
    if piece + oldSize == cursor, end - piece >= newSize {
      header.storeBytes(of: newSize, as: Int.self)
      cursor = piece + newSize
      return piece
    }
    let moved = allocate(size)
    memcpy(moved, piece, oldSize)
    return moved
  }

  private mutating func addChunk(atLeast size: Int) {
    let chunk = Self.makeChunk(max(size, Self.chunkSize))
    chunks.append(chunk)
    cursor = chunk.baseAddress!
    end = cursor + chunk.count
  }

  private static func makeChunk(_ size: Int) -> UnsafeMutableRawBufferPointer {
    .allocate(byteCount: size, alignment: headerSize)
  }

  // MARK: Threads

  private static var current: UnsafeMutablePointer<Arena> {
    if let known = pthread_getspecific(key) { return known.assumingMemoryBound(to: Arena.self) }
    let arena = UnsafeMutablePointer<Arena>.allocate(capacity: 1)
    arena.initialize(to: Arena())
    pthread_setspecific(key, arena)
    return arena
  }

  private static let key: pthread_key_t = {
    var key = pthread_key_t()
    let error = pthread_key_create(&key) { arena in
      guard let arena = arena?.assumingMemoryBound(to: Arena.self) else { return }
      for chunk in arena.pointee.chunks { chunk.deallocate() }
      arena.deinitialize(count: 1)
      arena.deallocate()
    }
    precondition(error == 0, "the system has no thread-specific data left")
    return key
  }()
}
