import Diagnostics

/// An address outside the project, and one place that uses it.
public struct OutsideLink: Sendable {
  /// `https://…` or `http://…`, as it is written.
  public let url: String
  /// The file, relative to the project.
  public let path: String
  public let place: Place
  /// What a reader sees in its place; empty where that is a picture or no words of its author's.
  let text: String
}

/// The host of a web address, as a browser takes it from there.
struct WebHost {
  /// In lower case, with its letters for what `xn--` stands for; without port or last dot.
  let name: String
  /// What stands before an `@`.
  let user: String?
  let isSecure: Bool

  /// - Returns: nil for what is no web address, or one without a host.
  init?(of url: String) {
    guard let scheme = PageReferences.scheme(of: url), scheme == "https" || scheme == "http",
      let start = url.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    isSecure = scheme == "https"
    // Browsers take a backslash for a slash, and do not count how many there are.
    var authority = url[url.index(after: start)...].drop { $0 == "/" || $0 == "\\" }
    authority = authority.prefix { !"/\\?#".contains($0) }
    if let at = authority.lastIndex(of: "@") {
      user = String(authority[..<at])
      authority = authority[authority.index(after: at)...]
    } else {
      user = nil
    }
    var host = PageReferences.decoded(String(authority)) ?? String(authority)
    // The colons within an IPv6 address begin no port.
    let bracket = host.lastIndex(of: "]") ?? host.startIndex
    if let colon = host[bracket...].lastIndex(of: ":") { host = String(host[..<colon]) }
    while host.last == "." { host.removeLast() }
    guard !host.isEmpty else { return nil }
    name = host.lowercased().split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.hasPrefix("xn--") ? Punycode.decode(label.dropFirst(4)) ?? String(label) : String(label)
    }.joined(separator: ".")
  }

  /// `[::1]`, `192.0.2.7`, and the other ways to write the latter: `3221225991`, `0xc0000207`.
  var isNumeric: Bool {
    if name.hasPrefix("[") { return true }
    let last = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...]
    return last.allSatisfy { $0.isASCII && $0.isNumber } || last.hasPrefix("0x")
  }

  /// Without a leading `www.`.
  var bare: String { name.hasPrefix("www.") ? String(name.dropFirst(4)) : name }

  /// Whether a host is the other one, or below it.
  static func belongs(_ host: String, to other: String) -> Bool {
    host == other || host.hasSuffix("." + other)
  }
}

/// Names of hosts in other letters than ASCII (RFC 3492).
enum Punycode {
  /// Takes what stands behind `xn--`; nil for what cannot be read.
  static func decode(_ text: some StringProtocol) -> String? {
    let bytes = Array(text.utf8)
    let split = bytes.lastIndex(of: UInt8(ascii: "-"))
    var scalars: [UInt32] = split.map { bytes[..<$0].map(UInt32.init) } ?? []
    var rest = bytes[(split.map { $0 + 1 } ?? 0)...]
    var (scalar, position, bias, isFirst) = (128, 0, 72, true)
    while !rest.isEmpty {
      let old = position
      var (weight, step) = (1, 36)
      while true {
        guard let digit = rest.popFirst().flatMap(Self.digit), position < 1 << 40 else { return nil }
        position += digit * weight
        let threshold = min(max(step - bias, 1), 26)
        if digit < threshold { break }
        weight *= 36 - threshold
        guard weight < 1 << 40 else { return nil }
        step += 36
      }
      let count = scalars.count + 1
      bias = adapted(position - old, count, isFirst)
      isFirst = false
      scalar += position / count
      position %= count
      guard scalar < 0x110000 else { return nil }
      scalars.insert(UInt32(scalar), at: position)
      position += 1
    }
    var decoded = ""
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { return nil }
      decoded.unicodeScalars.append(scalar)
    }
    return decoded
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  /// §6.1.
  private static func adapted(_ delta: Int, _ count: Int, _ isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step = 0
    while delta > 455 {
      delta /= 35
      step += 36
    }
    return step + 36 * delta / (delta + 38)
  }
}
