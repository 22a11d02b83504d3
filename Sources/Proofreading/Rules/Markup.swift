import Diagnostics

/// Markdown that was meant and is none.
///
/// - Parameter file: the file that an address with blanks stands for; nil where there is none.
func markupMistakes(
  in prose: Prose, at path: String, file: (_ address: String) -> String?
) -> [Diagnostic] {
  var problems: [Diagnostic] = []
  var findings: [(kind: MarkupSlip.Kind, first: MarkupSlip, count: Int)] = []
  for slip in markupSlips(in: prose).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
    if slip.kind == .blankInLink || slip.kind == .blankInPicture {
      let right = slip.edits.first.map { String(decoding: $0.text, as: UTF8.self) } ?? ""
      let keepsBlanks = right.hasPrefix("<")
      let meant = keepsBlanks ? file(String(right.dropFirst().dropLast())) : nil
      let problem = MarkupProblem.blankInAddress(
        prose.string(slip.range), isPicture: slip.kind == .blankInPicture, file: meant, right: right)
      problems.append(Diagnostic(found: problem, in: path, at: .bytes(slip.range)))
    } else if let index = findings.firstIndex(where: { $0.kind == slip.kind }) {
      findings[index].count += 1
    } else {
      findings.append((slip.kind, slip, 1))
    }
  }
  return problems
    + findings.compactMap { finding in
      let sample = prose.sample(of: finding.first)
      return MarkupProblem(finding.kind, sample, more: finding.count - 1).map {
        Diagnostic(found: $0, in: path, at: .bytes(finding.first.range))
      }
    }
}

extension MarkupProblem {
  /// Nil for an address with blanks, of which each is told.
  fileprivate init?(_ kind: MarkupSlip.Kind, _ sample: String, more: Int) {
    switch kind {
    case .blankInLink, .blankInPicture: return nil
    case .looseEmphasis: self = .emphasis(.blankInside, sample, more: more)
    case .tightEmphasis: self = .emphasis(.gluedBehind, sample, more: more)
    case .unclosedEmphasis: self = .emphasis(.unclosed, sample, more: more)
    case .linkApart: self = .linkApart(sample, more: more)
    case .linkReversed: self = .linkReversed(sample, more: more)
    case .pictureApart: self = .pictureApart(sample, more: more)
    case .curlyTitle: self = .curlyTitle(sample, more: more)
    case .footnoteWithoutText: self = .footnoteWithoutText(sample, more: more)
    case .taskBox: self = .taskBox(sample, more: more)
    case .shortcode: self = .shortcode(sample, more: more)
    case .alertWithoutMark: self = .alertMark(sample, .exclamationMark, more: more)
    case .alertOutsideQuote: self = .alertMark(sample, .quoteMark, more: more)
    }
  }
}

extension Prose {
  private static let longestSample = 48

  /// What a slip looks like, cut to what a message has room for; of an opening mark the words behind it too.
  fileprivate func sample(of slip: MarkupSlip) -> String {
    var range = slip.range
    if slip.kind == .unclosedEmphasis {
      range = range.lowerBound..<(text[range.upperBound...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count)
      if range.upperBound > range.lowerBound, text[range.upperBound - 1] == UInt8(ascii: "\r") {
        range = range.lowerBound..<range.upperBound - 1
      }
    }
    let whole = string(range.lowerBound..<min(range.upperBound, range.lowerBound + 4 * Self.longestSample))
    return whole.count > Self.longestSample ? whole.prefix(Self.longestSample) + "…" : whole
  }
}
