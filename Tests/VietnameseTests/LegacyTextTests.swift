import Testing

@testable import Vietnamese

@Suite struct LegacyTextTests {
  private static func detect(_ text: String) -> (kind: LegacyText.Kind, word: String, reading: String?)? {
    Array(text.utf8).withUnsafeBufferPointer { utf8 in
      LegacyText.detect(utf8).map { ($0.kind, String(decoding: utf8[$0.range], as: UTF8.self), $0.reading) }
    }
  }

  @Test(
    arguments: [
      ("B¶o vÖ trÎ em", LegacyText.Kind.tcvn3, "B¶o", "Bảo"), ("Baûo veä treû em", .vni, "Baûo", "Bảo"),
      ("Bäo v® trë em", .viscii, "Bäo", "Bảo"), ("Báº£o vá»‡ tráº» em", .utf8ReadAs1252, "Báº£o", "Bảo"),
      ("Theo (B¶o vÖ)", .tcvn3, "B¶o", "Bảo"), ("Quyeát ñònh soá 12", .vni, "Quyeát", "Quyết"),
      ("CéNG HßA X· HéI", .tcvn3, "CéNG", "CỘNG"), ("Trẻ em, xin ch¸u l¾ng nghe", .tcvn3, "ch¸u", "cháu"),
      ("COÄNG HOØA", .vni, "COÄNG", "CỘNG"), ("Ä‘Æ°á»ng dÃ¢y", .utf8ReadAs1252, "Ä‘Æ°á»ng", nil),
      ("Ä‘iá»‡n", .utf8ReadAs1252, "Ä‘iá»‡n", "điện"),
      ("don\u{E2}\u{20AC}\u{2122}t", .utf8ReadAs1252, "donâ€™t", "don’t"),
      ("“CÃ”NG AN”", .utf8ReadAs1252, "“CÃ”NG", nil),
      ("vá\u{BB}\u{87}", .utf8ReadAs1252, "vá\u{BB}\u{87}", "vệ"),
      ("tiÃªÌ\u{81}ng", .utf8ReadAs1252, "tiÃªÌ\u{81}ng", "tiếng"), ("ðŸ˜€", .utf8ReadAs1252, "ðŸ˜€", "😀"),
    ] as [(String, LegacyText.Kind, String, String?)])
  func finds(_ text: String, _ kind: LegacyText.Kind, _ word: String, _ reading: String?) throws {
    for (before, after) in [
      ("", ""), ("An toàn trên mạng.\n\n", ""), ("", " và hết"), ("Ô nhiễm © 2024 – ", "\n"),
    ] {
      guard kind == .utf8ReadAs1252 || before.isEmpty || text.contains("¶") else { continue }
      let found = try #require(Self.detect(before + text + after), "\(before)\(text)")
      #expect(found.kind == kind)
      #expect(found.word == word)
      if let reading { #expect(found.reading == reading) }
    }
  }

  /// Whole sentences, encoded by other programs' tables: found as what they are, and decoded right.
  @Test func sentences() throws {
    let rows = try Cases.rows("legacy.tsv")
    #expect(rows.count == 20)
    for row in rows {
      let found = try #require(Self.detect(row[1]), "\(row)")
      #expect(found.kind.rawValue == row[0], "\(row)")
      #expect(LegacyText.decode(row[1], from: found.kind) == row[2])
      let reading = try #require(found.reading)
      #expect(row[2].contains(reading), "\(reading): \(row)")
      #expect(Self.detect(row[2]) == nil)
    }
  }

  @Test(arguments: [
    "", "Bảo vệ trẻ em trên không gian mạng", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "XÃ, PHƯỜNG; “XÃ” ‘XÃ’ «XÃ» XÃ… XÃ–HUYỆN",
    "NGÃ\u{AD}TƯ, MÃ\u{A0}SỐ, CÂ\u{A0}U", "«khá»… «quá»” (khá)” á…", "Nhớ: “quá”… ‘à’, “Â”",
    "5 °C, 10 µm, m², 3×4, n×m, N·m, ±5, ½, x¹ + h¹",
    "© 2026 Foo® Bar™ Mi® Tofu® A©",
    "Noël, où est le maïs dû à l’août ? Ça, c’est déjà très naïf, hélas — coût, goût, être, œuvre.",
    "« Il eût fallu qu’il fût là », dît-il tôt; « vous fûtes » où haï",
    "The naïve café’s résumé, a façade; piñata, jalapeño",
    "Für München, schöne Grüße: Übung, Öl, Bö, hätte, Straße",
    "El niño año ñu ña señor ¿qué? ¡Oh! Mª Dª 1º 2ª aún",
    "På gång lång sång må så då hör bånd Köln", "Hän on hyvä ihminen, tämä on kipeä yö", "não são ação põe",
    "Søn bøn på når grød",
    "let x = a·b; if (¬p ∧ q) { § 12 }",
    "https://vi.wikipedia.org/wiki/Ti%E1%BA%BFng_Vi%E1%BB%87t?q=ü&x=©#§1",
    "1.500.000 ₫, 20 €, £5m, ¥en, 10 ¢",
    "a\u{AD}b th\u{AD}ường infor\u{AD}ma\u{AD}tion", "Привет, мир. 中文 한글 ไทย",
    "Đắk Lắk, Ea H’leo, M’Nông, M’NÔNG", "Bé Bi và mẹ, cô Ba; ô tô; ý kiến; ai ơi",
    "Hòa, hoà, thuý, thúy, quý, uý", "DîT", "CôNG TY", "Tiê\u{301}ng Viê\u{323}t",
    "¶ Đoạn; §5 Điều; ¬ phủ định",
    "â ă Â Ă á º » ª",
  ])
  func leavesAlone(_ text: String) {
    #expect(Self.detect(text) == nil)
    #expect(Self.detect(text + "\n" + text + " " + text) == nil)
  }

  /// All letters of each encoding, by the standards' tables.
  @Test func tables() {
    let plain = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
    #expect(LegacyText.decode("a¨©bcd®eªghiklmno«¬pqrstu\u{AD}vxy", from: .tcvn3) == plain)
    #expect(
      LegacyText.decode("aaêaâbcdñeeâghiklmnooâôpqrstuövxy", from: .vni) == "aăâbcdđeêghiklmnoôơpqrstuưvxy")
    #expect(LegacyText.decode("aåâbcdðeêghiklmnoô½pqrstußvxy", from: .viscii) == plain)
    #expect(
      LegacyText.decode(
        "¸µ¶·¹ ¾»¼½Æ ÊÇÈÉË ÐÌÎÏÑ ÕÒÓÔÖ Ý×ØÜÞ ãßáâä èåæçé íêëìî óïñòô øõö÷ù ýúûüþ ¡¢£¤¥¦§", from: .tcvn3)
        == "áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ ĂÂÊÔƠƯĐ")
    #expect(
      LegacyText.decode(
        "aùaøaûaõaï aéaèaúaüaë aáaàaåaãaä eùeøeûeõeï eáeàeåeãeä íìæóò où oáoàoåoãoä ôùôøôûôõôï uïöùöøöûöõöï yùyøyûyõî AÙ AÊ AÂ Ñ Ô Ö Î EÁ",
        from: .vni)
        == "áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị ó ốồổỗộ ớờởỡợ ụứừửữự ýỳỷỹỵ Á Ă Â Đ Ơ Ư Ỵ Ế")
    #expect(
      LegacyText.decode(
        "áàäãÕ ¡¢ÆÇ£ ¤¥¦ç§ éèë¨© ª«¬\u{AD}® íìïî¸ óòöõ÷ ¯°±²µ ¾¶·Þþ úùüûø Ñ×Øæñ ýÏÖÛÜ", from: .viscii)
        == "áàảãạ ắằẳẵặ ấầẩẫậ éèẻẽẹ ếềểễệ íìỉĩị óòỏõọ ốồổỗộ ớờởỡợ úùủũụ ứừửữự ýỳỷỹỵ")
    #expect(LegacyText.decode("Báº£o “vá»‡” 中", from: .utf8ReadAs1252) == "Bảo “vệ” 中")
  }

  @Test func findsAtEveryOffset() throws {
    for offset in 0..<20 {
      let text = String(repeating: "x", count: offset) + " đường B¶o vÖ"
      #expect(try #require(Self.detect(text)).word == "B¶o")
    }
    let far =
      String(repeating: "Trẻ em ° chơi. ", count: 400) + "B¶o vÖ " + String(repeating: "trẻ em ", count: 300)
    #expect(try #require(Self.detect(far)).word == "B¶o")
  }

  @Test func brokenBytesAreRead() {
    for bytes: [UInt8] in [
      [0xC2], [0xC3], [0xE2, 0x82], [0xC2, 0xB6, 0xE1], [0x42, 0xC2, 0xB6, 0x6F, 0xF0],
      [0x80, 0xC2, 0xB6, 0x80],
    ] {
      _ = bytes.withUnsafeBufferPointer { LegacyText.detect($0) }
    }
  }
}

@Suite struct SyllableTests {
  private static func isWellFormed(_ text: String) -> Bool {
    let letters = text.unicodeScalars.map { Letter($0.value) }
    return !letters.contains(nil) && Syllable.isWellFormed(letters.map { $0! })
  }

  @Test(
    arguments:
      "a ạ nghiêng nguyễn quốc quý gì giếng gìn giết giường khuỷu khuya hoà hòa thuỷ thủy yêu kỹ kể nghề ghế boong Đường ỉa chuyện xoong"
      .split(separator: " ").map(String.init))
  func right(_ text: String) {
    #expect(Self.isWellFormed(text))
  }

  @Test(
    arguments:
      "b kà cê gê ngê ghà nghà qà hoàa toaǹ hộí mat màt hòan tuỏi aó zà w ngoeng f tìêng iêu kyê quua str abc"
      .split(separator: " ").map(String.init))
  func wrong(_ text: String) {
    #expect(!Self.isWellFormed(text))
  }
}
