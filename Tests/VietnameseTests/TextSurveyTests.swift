import TestTraits
import Testing

@testable import Vietnamese

@Suite struct TextSurveyTests {
  private func survey(_ bytes: [UInt8]) -> TextSurvey { bytes.withUnsafeBufferPointer(TextSurvey.init) }

  @Test func aPlainTextNeedsNoCloserLook() {
    let text = "---\ntitle: “Ứng xử” – văn minh…\r\n---\n\tĐừng chia sẻ\u{A0}ảnh của người khác, trẻ em.\n"
    let survey = survey(Array(text.utf8))
    #expect(survey.isUTF8 && !survey.mayBeOutOfNFC && !survey.mayHoldLegacyText)
    #expect(!survey.holdsControlCharacter && !survey.holdsNumericReference)
  }

  @Test(arguments: 0..<40)
  func seesWhatStandsAnywhere(_ place: Int) {
    func text(_ found: [UInt8]) -> [UInt8] { Array(repeating: 0x61, count: place) + found }
    #expect(survey(text([])).isUTF8)
    for cutOff: [UInt8] in [
      [0xE1], [0xE1, 0xBB], [0xF0, 0x9F, 0x98], [0xC3], [0x80], [0xC0, 0x80], [0xFF],
    ] {
      #expect(!survey(text(cutOff)).isUTF8, "\(cutOff) after \(place)")
    }
    for whole in ["ế", "đ", "😀", "\u{7FF}", "\u{FFFF}", "\u{10FFFF}"] {
      #expect(survey(text(Array(whole.utf8))).isUTF8, "\(whole) after \(place)")
    }
    #expect(survey(text([0x1F])).holdsControlCharacter)
    #expect(survey(text([0x7F])).holdsControlCharacter)
    #expect(!survey(text([0x09, 0x0A, 0x0D, 0x20])).holdsControlCharacter)
    #expect(survey(text(Array("&#".utf8))).holdsNumericReference)
    #expect(!survey(text(Array("# &".utf8))).holdsNumericReference)
    #expect(survey(text(Array("e\u{301}".utf8))).mayBeOutOfNFC)
    #expect(survey(text(Array("\u{2001}".utf8))).mayBeOutOfNFC)
    #expect(survey(text(Array("¶".utf8))).mayHoldLegacyText)
  }

  /// Random bytes and random pieces of text, judged by the standard library and by the exact functions.
  @Test(.slow) func isNeverWrong() {
    var random = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] =
      [
        "á", "ế", "Đ", "Ã", "”", "–", "€", "e\u{302}\u{301}", "\u{A0}", "¶", "😀", "ạ", "a", " ", "&#",
        "\u{2}",
      ].map {
        Array($0.utf8)
      } + [
        [0xE1, 0xBB], [0x80], [0xED, 0xA0, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC1],
      ]
    for round in 0..<20_000 {
      var bytes: [UInt8] = []
      // Sound pieces only, in half the rounds: a broken one hides what else there is.
      let known = round % 2 == 0 ? pieces.dropLast(6) : pieces[...]
      for _ in 0..<Int.random(in: 0...24, using: &random) { bytes += known.randomElement(using: &random)! }
      let survey = survey(bytes)
      let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
      #expect(survey.isUTF8 == isUTF8, "\(bytes)")
      #expect(
        survey.holdsControlCharacter
          == bytes.contains { $0 < 0x20 && $0 != 9 && $0 != 10 && $0 != 13 || $0 == 0x7F })
      #expect(survey.holdsNumericReference == bytes.contains(pair: (0x26, 0x23)))
      guard isUTF8 else { continue }
      let isNormal = bytes.withUnsafeBufferPointer(NFC.isNormalized)
      #expect(isNormal || survey.mayBeOutOfNFC, "\(bytes)")
      let finding = bytes.withUnsafeBufferPointer(LegacyText.detect)
      #expect(finding == nil || survey.mayHoldLegacyText, "\(bytes)")
    }
  }

  /// Every character of Latin-1 that the detector looks at twice, and no other letter of the language.
  @Test func knowsTheLettersOfTheLanguage() {
    let own = Set("àáâãèéêìíòóôõùúý".unicodeScalars.flatMap { [$0.value, $0.value - 0x20] }).union([0xA0])
    for value in UInt32(0xA0)...0xFF {
      let bytes = Array("ab\(Unicode.Scalar(value)!)c".utf8)
      #expect(survey(bytes).mayHoldLegacyText == !own.contains(value), "U+\(String(value, radix: 16))")
    }
  }
}

extension [UInt8] {
  fileprivate func contains(pair: (UInt8, UInt8)) -> Bool {
    zip(self, dropFirst()).contains { $0 == pair.0 && $1 == pair.1 }
  }
}
