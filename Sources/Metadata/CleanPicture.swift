/// A picture as it may be published: what it shows, bit for bit, and nothing of who took it, when and where.
public enum CleanPicture: Sendable, Equatable {
  /// The picture holds nothing to remove, or the file is none of the formats that are cleaned.
  case unchanged
  case stripped([UInt8], removed: HiddenData)
  /// The picture cannot be read to its end; `rest` is what could be, cleaned, and shows what a browser would show.
  case broken(Fault, rest: [UInt8], removed: HiddenData)

  public enum Fault: Sendable, Equatable {
    /// The file ends too early.
    case cut
    /// From this offset on it is not what its format demands.
    case wrong(at: Int)
    /// There is no picture in it.
    case empty
  }

  /// What readers are given of a file: all of it, of a picture that holds hidden data the rest. Of a picture that
  /// cannot be read to its end only what could be, since behind that anything may stand.
  public static func published(_ bytes: [UInt8]) -> [UInt8] {
    switch CleanPicture(of: bytes) {
    case .unchanged: bytes
    case .stripped(let clean, _), .broken(_, let clean, _): clean
    }
  }

  /// Takes the bytes of a whole file, whatever they are.
  public init(of bytes: [UInt8]) {
    guard let format = PictureFormat(bytes) else {
      self = .unchanged
      return
    }
    var parts = KeptParts()
    let fault: Fault?
    switch format {
    case .jpeg:
      var reader = JPEGReader(bytes: bytes)
      (fault, parts) = (reader.run(), reader.parts)
    case .png:
      var reader = PNGReader(bytes: bytes)
      (fault, parts) = (reader.run(), reader.parts)
    case .gif:
      var reader = GIFReader(bytes: bytes)
      (fault, parts) = (reader.run(), reader.parts)
    case .webP:
      var reader = WebPReader(bytes: bytes)
      (fault, parts) = (reader.run(), reader.parts)
    }
    if let fault {
      self = .broken(fault, rest: parts.joined(from: bytes), removed: parts.removed)
    } else if parts.isWhole(bytes) {
      self = .unchanged
    } else {
      self = .stripped(parts.joined(from: bytes), removed: parts.removed)
    }
  }
}

/// What stays of a file, in order.
struct KeptParts {
  private enum Part {
    case kept(Range<Int>)
    case put([UInt8])
  }

  private var parts: [Part] = []
  private(set) var removed: HiddenData = []

  mutating func keep(_ range: Range<Int>) {
    if case .kept(let last)? = parts.last, last.upperBound == range.lowerBound {
      parts[parts.count - 1] = .kept(last.lowerBound..<range.upperBound)
    } else {
      parts.append(.kept(range))
    }
  }

  mutating func put(_ bytes: [UInt8]) { parts.append(.put(bytes)) }

  mutating func drop(_ data: HiddenData) { removed.formUnion(data) }

  func isWhole(_ bytes: [UInt8]) -> Bool {
    guard parts.count == 1, case .kept(bytes.indices) = parts[0] else { return false }
    return true
  }

  func joined(from bytes: [UInt8]) -> [UInt8] {
    var joined: [UInt8] = []
    joined.reserveCapacity(bytes.count)
    for part in parts {
      switch part {
      case .kept(let range): joined += bytes[range]
      case .put(let bytes): joined += bytes
      }
    }
    return joined
  }
}
