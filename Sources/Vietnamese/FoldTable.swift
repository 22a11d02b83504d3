/// Which Latin letters fold to which ASCII letters: U+0080–U+024F and U+1E00–U+1EFF.
enum FoldTable {
  /// No entry: the character stays as it is.
  static let unchanged: UInt16 = 0
  /// No entry in a block of letters: the character must be lower-cased by Unicode's own tables.
  static let unlisted: UInt16 = 0xFFFF

  /// One value a character, at its `index(of:)`: its ASCII letter, and in the high byte a second one.
  static let entries: [UInt16] = {
    var entries = [UInt16](repeating: unchanged, count: 0x2D0)
    for index in index(of: 0x180)..<entries.count { entries[index] = unlisted }
    for row in rows.split(separator: "\n") {
      let parts = row.split(separator: " ")
      let target = Array(parts[0].utf8)
      let value = UInt16(target[0]) | (target.count > 1 ? UInt16(target[1]) << 8 : 0)
      for part in parts.dropFirst() {
        for letter in part.unicodeScalars { entries[index(of: letter.value)] = value }
      }
    }
    return entries
  }()

  /// Whether a character is in the two ranges.
  static func contains(_ scalar: UInt32) -> Bool {
    (scalar >= 0x80 && scalar < 0x250) || (scalar >= 0x1E00 && scalar < 0x1F00)
  }

  /// Where a character of the two ranges has its entry.
  @inline(__always)
  static func index(of scalar: UInt32) -> Int {
    scalar < 0x250 ? Int(scalar) - 0x80 : Int(scalar) - 0x1E00 + 0x1D0
  }

  /// A target and the letters of both cases that fold to it. What decomposes is from UnicodeData.txt; the
  /// rest (đ ð ø ł æ œ ß þ ħ ı ŋ …) is the usual plain spelling.
  private static let rows = """
    a ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧȺḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ
    ae ÆæǢǣǼǽ
    b ƀɃḂḃḄḅḆḇ
    c ÇçĆćĈĉĊċČčȻȼḈḉ
    d ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ
    dz ǄǅǆǱǲǳ
    e ÈÉÊËèéêëĒēĔĕĖėĘęĚěƎǝȄȅȆȇȨȩɆɇḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ
    f ƑƒḞḟ
    g ĜĝĞğĠġĢģǤǥǦǧǴǵḠḡ
    h ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ
    i ÌÍÎÏìíîïĨĩĪīĬĭĮįİıƗǏǐȈȉȊȋḬḭḮḯỈỉỊị
    ij Ĳĳ
    j ĴĵǰȷɈɉ
    k ĶķĸǨǩḰḱḲḳḴḵ
    l ĹĺĻļĽľĿŀŁłƚȽḶḷḸḹḺḻḼḽ
    lj Ǉǈǉ
    m ḾḿṀṁṂṃ
    n ÑñŃńŅņŇňŉŊŋǸǹṄṅṆṇṈṉṊṋ
    nj Ǌǋǌ
    o ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ
    oe Œœ
    p ṔṕṖṗ
    r ŔŕŖŗŘřȐȑȒȓɌɍṘṙṚṛṜṝṞṟ
    s ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛẜẝ
    ss ßẞ
    t ŢţŤťŦŧȚțȾṪṫṬṭṮṯṰṱẗ
    th Þþ
    u ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự
    v ṼṽṾṿ
    w ŴŵẀẁẂẃẄẅẆẇẈẉẘ
    x ẊẋẌẍ
    y ÝýÿŶŷŸȲȳɎɏẎẏẙỲỳỴỵỶỷỸỹ
    z ŹźŻżŽžƵƶẐẑẒẓẔẕ
    """
}
