import Addresses
import Diagnostics
import Files
import Proofreading
import Vietnamese

/// Judges links to other sites, by nothing but their addresses and words.
struct WebLinkCheck {
  let likeness: Likeness

  /// - Parameter links: all of the project: a host that it often links to is a known one.
  init(_ links: [OutsideLink]) {
    var uses: [String: Int] = [:]
    for link in links { if let host = WebHost(of: link.url) { uses[host.bare, default: 0] += 1 } }
    likeness = Likeness(usual: uses.filter { $0.value >= Self.usesOfUsualHost }.map(\.key).sorted())
  }

  private static let usesOfUsualHost = 3

  func problems(of link: OutsideLink) -> [WebLinkProblem] {
    guard let host = WebHost(of: link.url) else { return [] }
    var problems: [WebLinkProblem] = []
    if let user = host.user { problems.append(.hiddenHost(shown: user, real: host.name)) }
    if host.isNumeric { return problems + [.numericHost(host.name)] }
    if let problem = likeness.problem(of: host) { problems.append(problem) }
    if Self.shorteners.contains(host.bare) { problems.append(.shortened(host: host.bare)) }
    if let named = Self.host(namedBy: link.text), !Self.areOne(named, host.bare) {
      problems.append(.textNamesOther(text: link.text, host: host.name))
    }
    if let detour = WebDetour(link.url, host: host).problem { problems.append(detour) }
    if !host.isSecure { problems.append(.insecure(host: host.name)) }
    return problems
  }

  private static let shorteners: Set = [
    "adf.ly", "bit.ly", "bitly.com.vn", "bom.so", "buff.ly", "by.com.vn", "cutt.ly", "gg.gg", "goo.gl",
    "is.gd",
    "link1s.com", "lnkd.in", "ouo.io", "ow.ly", "rb.gy", "rebrand.ly", "s.id", "shorten.asia", "shorturl.at",
    "t.co",
    "t.ly", "tiny.cc", "tinyurl.com", "v.gd",
  ]

  // MARK: What a link says of itself

  /// The host that a text names, when it is nothing but an address: `chinhphu.vn/tin`, `https://chinhphu.vn`.
  private static func host(namedBy text: String) -> String? {
    guard !text.isEmpty, !text.contains(where: \.isWhitespace), !text.contains("@") else { return nil }
    if let host = WebHost(of: text) { return host.bare }
    guard let host = WebHost(of: "https://" + text), let dot = host.name.lastIndex(of: "."),
      Address.topDomains.contains(String(host.name[host.name.index(after: dot)...])),
      host.name.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E })
    else { return nil }
    return host.bare
  }

  private static func areOne(_ named: String, _ host: String) -> Bool {
    if WebHost.belongs(named, to: host) || WebHost.belongs(host, to: named) { return true }
    return shortNames.contains { WebHost.belongs(named, to: $0.0) && WebHost.belongs(host, to: $0.1) }
  }

  private static let shortNames = [
    ("fb.com", "facebook.com"), ("youtube.com", "youtu.be"), ("m.me", "messenger.com"),
  ]
}

/// Which hosts are easily taken for another one.
struct Likeness {
  /// Hosts, each with its skeleton.
  private typealias Known = (host: String, skeleton: String)
  private let famous: [Known]
  private let usual: [Known]

  /// What forgers like to look like, and what is theirs by right.
  private static let famousHosts = [
    "chinhphu.vn", "hanoi.gov.vn", "tongdai111.vn", "facebook.com", "zalo.me", "vneid.gov.vn", "google.com",
    "google.com.vn", "youtube.com",
  ]

  /// - Parameter usual: hosts that the project often links to.
  init(usual: [String]) {
    famous = Self.famousHosts.map { ($0, Self.skeleton(of: $0)) }
    self.usual = usual.map { ($0, Self.skeleton(of: $0)) }
  }

  func problem(of host: WebHost) -> WebLinkProblem? {
    let name = host.bare
    if famous.contains(where: { WebHost.belongs(name, to: $0.host) }) { return nil }
    let plain = Folding.fold(name)
    guard plain.utf8.allSatisfy({ $0 < 0x80 }) else { return .foreignLetters(host: name) }
    // A name that is linked to often may be a forgery all the same, but not of another such name.
    let isUsual = usual.contains { WebHost.belongs(name, to: $0.host) }
    let known = isUsual ? famous : famous + usual
    // chínhphủ.vn is not chinhphu.vn.
    if plain != name, let other = known.first(where: { WebHost.belongs(plain, to: $0.host) }) {
      return .lookAlike(host: name, of: other.host)
    }
    return likeness(of: plain, among: known).map { .lookAlike(host: name, of: $0) }
  }

  private func likeness(of host: String, among known: [Known]) -> String? {
    // Only state bodies are given names below gov.vn, and only schools below edu.vn.
    if WebHost.belongs(host, to: "gov.vn") || WebHost.belongs(host, to: "edu.vn") { return nil }
    if let other = known.first(where: { pretends(host, to: $0.host) }) { return other.host }
    if host.hasPrefix("gov.vn.") || host.contains(".gov.vn.") || host.contains("gov-vn") { return "gov.vn" }
    let labels = host.split(separator: ".")
    return known.first { other in
      let own = labels.suffix(other.host.split(separator: ".").count).joined(separator: ".")
      return Self.skeleton(of: own) == other.skeleton || Self.isOneEditAway(own, other.host)
    }?.host
  }

  /// `chinhphu.vn.example`, `chinhphu-vn.example`.
  private func pretends(_ host: String, to known: String) -> Bool {
    let whole = "." + host
    return whole.firstRange(of: "." + known + ".") != nil
      || whole.firstRange(of: "." + known.map { $0 == "." ? "-" : String($0) }.joined() + ".") != nil
  }

  /// A host with the letters that look alike made one.
  private static func skeleton(of host: String) -> String {
    var skeleton = ""
    for character in host {
      switch character {
      case "0": skeleton += "o"
      case "1", "i": skeleton += "l"
      case "3": skeleton += "e"
      case "5": skeleton += "s"
      case "n" where skeleton.last == "r": skeleton = skeleton.dropLast() + "m"
      case "v" where skeleton.last == "v": skeleton = skeleton.dropLast() + "w"
      default: skeleton.append(character)
      }
    }
    return skeleton
  }

  /// A letter added, left out, changed or swapped; short names are near each other by chance.
  private static func isOneEditAway(_ host: String, _ known: String) -> Bool {
    guard known.prefix(while: { $0 != "." }).count >= 5, abs(host.utf8.count - known.utf8.count) <= 1 else {
      return false
    }
    return editDistance(Array(host.unicodeScalars), Array(known.unicodeScalars), atMost: 1) == 1
  }
}
