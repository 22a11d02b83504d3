/// The words around a suspect character, judged together: one odd word is a foreign name, three are a
/// paragraph.
struct LegacyWindow {
  /// The first suspicious word, when the words around it say that this is legacy text.
  let finding: LegacyText.Finding?
  /// Suspects before this place need no window of their own.
  let judgedUpTo: Int

  private static let reach = 400
  /// What a finding takes; a word by itself scores 1 to 3.
  private static let enough = 3
  /// How many words without evidence may lie between two with it.
  private static let gap = 3

  /// Takes valid UTF-8 and the place of a suspect character in it.
  init(_ utf8: UnsafeBufferPointer<UInt8>, around suspect: Int) {
    let alone = LegacyWindow.words(utf8, in: LegacyWindow.bounds(utf8, suspect, reach: 0))
    guard alone.contains(where: { word in LegacyWord.kinds.contains { word.evidence(of: $0) != nil } }) else {
      finding = nil
      judgedUpTo = suspect
      return
    }
    let bounds = LegacyWindow.bounds(utf8, suspect, reach: LegacyWindow.reach)
    let words = LegacyWindow.words(utf8, in: bounds)
    var best: (score: Int, finding: LegacyText.Finding)?
    for kind in LegacyWord.kinds {
      guard let judged = LegacyWindow.judge(words, as: kind), judged.score > best?.score ?? 0 else {
        continue
      }
      best = judged
    }
    finding = best?.finding
    judgedUpTo = max(suspect + 1, bounds.upperBound - LegacyWindow.reach / 2)
  }

  /// The score of all evidence in the window, and the first word of the first run that has enough.
  private static func judge(
    _ words: [LegacyWord], as kind: LegacyText.Kind
  ) -> (score: Int, finding: LegacyText.Finding)? {
    var total = 0
    var run = (score: 0, odd: kind == .vni, gap: 0, first: nil as LegacyText.Finding?)
    var decided: LegacyText.Finding?
    var seen: Set<String> = []
    for word in words {
      if let evidence = word.evidence(of: kind) {
        run.first =
          run.first ?? LegacyText.Finding(kind: kind, range: word.range, reading: evidence.reading)
        if seen.insert(evidence.reading.lowercased()).inserted {
          run.score += evidence.score
          total += evidence.score
        }
        run.gap = 0
        // VNI checks itself, since a mark must follow its base. In the others any ä or å could be a letter,
        // and three foreign words are no paragraph of Vietnamese without one that no language writes.
        if evidence.score > 1 { run.odd = true }
        if run.odd, run.score >= enough, decided == nil { decided = run.first }
      } else {
        run.gap += 1
        if run.gap > gap || word.isUnicodeVietnamese { run = (0, kind == .vni, 0, nil) }
      }
    }
    return decided.map { (total, $0) }
  }

  /// The bytes from a word's start to a word's end that reach that far to both sides.
  private static func bounds(_ utf8: UnsafeBufferPointer<UInt8>, _ suspect: Int, reach: Int) -> Range<Int> {
    let longest = 64  // where no space is in sight, a boundary of characters does
    var start = max(0, suspect - reach)
    let first = max(0, start - longest)
    while start > first, utf8[start - 1] > 0x20 { start -= 1 }
    while start > 0, utf8[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(utf8.count, suspect + reach)
    let last = min(utf8.count, end + longest)
    while end < last, utf8[end] > 0x20 { end += 1 }
    while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  private static func words(_ utf8: UnsafeBufferPointer<UInt8>, in bounds: Range<Int>) -> [LegacyWord] {
    var words: [LegacyWord] = []
    var word = LegacyWord(start: bounds.lowerBound)
    var index = bounds.lowerBound
    while index < bounds.upperBound {
      let (scalar, length) = UTF8Sequence.decode(utf8, at: index)
      if !word.take(scalar, length: length) {
        if let done = word.trimmed { words.append(done) }
        word = LegacyWord(start: index + length)
      }
      index += length
    }
    if let done = word.trimmed { words.append(done) }
    return words
  }
}
