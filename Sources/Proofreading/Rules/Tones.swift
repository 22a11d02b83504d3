import Diagnostics
import Vietnamese

/// Words of the rarer tone placement on a page that uses both, and a page that knows only the reformed one. The house's
/// placement is the traditional: hòa, khỏe, thủy.
func toneSlips(in prose: Prose, at path: String) -> [Diagnostic] {
  let (traditional, reformed) = tellingSyllables(in: prose)
  guard let firstReformed = reformed.first else { return [] }
  let isMixed = !traditional.isEmpty
  let isReformedRarer = reformed.count <= traditional.count
  let places = isMixed && !isReformedRarer ? traditional : reformed
  let first = places.first ?? firstReformed
  let word = prose.string(first)
  let problem = WritingProblem.tones(
    isMixed ? .mixed : .reformed, word: word,
    instead: TonePlacement.normalized(word, to: isMixed && !isReformedRarer ? .reformed : .traditional),
    more: places.count - 1)
  return [Diagnostic(found: problem, in: path, at: .bytes(first))]
}

/// The syllables whose tone placement tells, in prose. None when there is text of an old encoding: a half of one of its
/// letters may pass for a vowel with a tone.
func tellingSyllables(in prose: Prose) -> (traditional: [Range<Int>], reformed: [Range<Int>]) {
  var traditional: [Range<Int>] = []
  var reformed: [Range<Int>] = []
  prose.bytes.withUnsafeBufferPointer { bytes in
    TonePlacement.forEachTellingSyllable(in: bytes) { range, style in
      if style == .traditional { traditional.append(range) } else { reformed.append(range) }
    }
  }
  return reformed.isEmpty || !prose.holdsLegacyText ? (traditional, reformed) : ([], [])
}
