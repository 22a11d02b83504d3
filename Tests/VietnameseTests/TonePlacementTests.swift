import Testing

@testable import Vietnamese

@Suite struct TonePlacementTests {
  /// The old way and the new: the whole table of onsets that occur, by vowels and tone.
  static let table: [(traditional: String, reformed: String)] = [
    ("hòa", "hoà"), ("hỏa", "hoả"), ("hóa", "hoá"), ("họa", "hoạ"), ("õa", "oã"), ("òa", "oà"),
    ("tòa", "toà"),
    ("tỏa", "toả"), ("xóa", "xoá"), ("xõa", "xoã"), ("khóa", "khoá"), ("khỏa", "khoả"), ("đóa", "đoá"),
    ("đọa", "đoạ"),
    ("lóa", "loá"), ("ngỏa", "ngoả"), ("nhòa", "nhoà"), ("thỏa", "thoả"), ("góa", "goá"), ("dọa", "doạ"),
    ("bóa", "boá"),
    ("khỏe", "khoẻ"), ("lòe", "loè"), ("xòe", "xoè"), ("hòe", "hoè"), ("chóe", "choé"), ("tóe", "toé"),
    ("nhòe", "nhoè"),
    ("đọe", "đoẹ"), ("ngóe", "ngoé"), ("thủy", "thuỷ"), ("ủy", "uỷ"), ("hủy", "huỷ"), ("lũy", "luỹ"),
    ("tùy", "tuỳ"),
    ("túy", "tuý"), ("tủy", "tuỷ"), ("tụy", "tuỵ"), ("thụy", "thuỵ"), ("chùy", "chuỳ"), ("lụy", "luỵ"),
    ("núy", "nuý"),
    ("húy", "huý"), ("khúy", "khuý"), ("nhụy", "nhuỵ"), ("sủy", "suỷ"), ("trụy", "truỵ"), ("phủy", "phuỷ"),
    ("vỏa", "voả"),
    ("HÒA", "HOÀ"), ("Hòa", "Hoà"), ("ĐỌA", "ĐOẠ"), ("Ủy", "Uỷ"), ("THỦY", "THUỶ"),
  ]

  @Test(arguments: table)
  func moves(_ traditional: String, _ reformed: String) {
    #expect(TonePlacement.normalized(traditional, to: .reformed) == reformed)
    #expect(TonePlacement.normalized(reformed, to: .traditional) == traditional)
    #expect(TonePlacement.normalized(traditional.decomposed, to: .reformed).hasSameBytes(as: reformed))
    #expect(TonePlacement.normalized(reformed, to: .reformed) == reformed)
    #expect(TonePlacement.normalized(traditional, to: .traditional) == traditional)
    #expect(TonePlacement.style(ofSyllable: traditional) == .traditional)
    #expect(TonePlacement.style(ofSyllable: reformed.decomposed) == .reformed)
    #expect(TonePlacement.equivalent(traditional, reformed))
    #expect(traditional != reformed)
  }

  @Test(arguments: [
    "", "hoa", "hoe", "huy", "quý", "quỳ", "quỷ", "qúy", "quà", "quả", "quẻ", "giò", "già", "giá", "giỏ",
    "toàn", "thuyết", "hoàng", "khoét",
    "huỳnh", "khuỷu", "ngoài", "thoải", "xoáy", "ngoèo", "của", "mùa", "thuở", "thuế", "hoặc", "tuần", "chìa",
    "mía",
    "hòạ", "Chloé", "Zoé", "aloàb", "hoàbình", "naïve", "òạ", "oái", "Đoàn", "quỵt", "x̂oà", "цoà", "muồi",
    "bió", "đ",
  ])
  func doesNotTell(_ text: String) {
    #expect(TonePlacement.style(ofSyllable: text) == nil)
    #expect(TonePlacement.normalized(text, to: .traditional).hasSameBytes(as: NFC.normalize(text)))
    #expect(TonePlacement.normalized(text, to: .reformed).hasSameBytes(as: NFC.normalize(text)))
  }

  @Test func wholeTexts() {
    let old = "Cộng hòa: “Ủy ban” khóa_sổ, thủy-điện; quý vị khỏe (hòa)."
    let new = "Cộng hoà: “Uỷ ban” khoá_sổ, thuỷ-điện; quý vị khoẻ (hoà)."
    #expect(TonePlacement.normalized(old, to: .reformed) == new)
    #expect(TonePlacement.normalized(new, to: .traditional) == old)
    #expect(TonePlacement.normalized(old.decomposed, to: .reformed).hasSameBytes(as: new))
    #expect(TonePlacement.equivalent(old, new.decomposed))
    #expect(!TonePlacement.equivalent("hòa", "họa"))
    #expect(!TonePlacement.equivalent("hòa", "Hoà"))
    #expect(TonePlacement.style(ofSyllable: "hòa bình") == nil)
  }

  @Test func findsEachTellingSyllable() {
    let text = "Hoà bình, hòa giải, quý, thuỷ"
    var found: [String] = []
    Array(text.utf8).withUnsafeBufferPointer { utf8 in
      TonePlacement.forEachTellingSyllable(in: utf8) { range, style in
        found.append("\(String(decoding: utf8[range], as: UTF8.self)) \(style)")
      }
    }
    #expect(found == ["Hoà reformed", "hòa traditional", "thuỷ reformed"])
  }
}
