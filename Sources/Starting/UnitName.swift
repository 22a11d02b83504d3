import Generator
import Vietnamese

/// A unit as people name it: `UBND phường Cống Vị`, `Phường Cống Vị`, `Trường THCS Phan Chu Trinh`.
struct UnitName {
  /// What a portal is called: `Phường Cống Vị`.
  let name: String
  /// The body in charge: `UBND phường Cống Vị`; nil where the name does not say it.
  let body: String?
  let kind: Portal.Kind

  init(_ text: String) {
    let committee = ["UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân "].first {
      text.lowercased().hasPrefix($0.lowercased())
    }
    let unit = committee.map { String(text.dropFirst($0.count)) } ?? text
    name = unit.prefix(1).uppercased() + unit.dropFirst()
    let known = Self.kinds.first { unit.lowercased().hasPrefix($0.word + " ") }
    kind = known?.kind ?? .other
    body =
      committee != nil
      ? text
      : known?.hasCommittee == true
        ? "UBND " + unit.prefix(1).lowercased() + unit.dropFirst() : known?.kind == .school ? name : nil
  }

  /// What a unit's name begins with; the longer first.
  private static let kinds: [(word: String, kind: Portal.Kind, hasCommittee: Bool)] = [
    ("phường", .ward, true), ("xã", .commune, true), ("đặc khu", .commune, true), ("quận", .district, true),
    ("huyện", .district, true), ("tỉnh", .province, true), ("thành phố", .province, true),
    ("trường", .school, false), ("đoàn", .union, false), ("hội", .union, false),
  ]

  /// What the portal's folder is called: the name without the kind of unit, as in `cong-vi`; with it where only
  /// a number would remain, as in `phuong-5`. Empty when there is nothing to write.
  var id: String {
    let whole = Slug.make(name)
    guard kind == .ward || kind == .commune || kind == .district || kind == .province else { return whole }
    guard let word = Self.kinds.first(where: { name.lowercased().hasPrefix($0.word + " ") })?.word else {
      return whole
    }
    let short = Slug.make(String(name.dropFirst(word.count)))
    return short.contains { $0.isLetter } ? short : whole
  }
}
