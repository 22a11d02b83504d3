extension Document {
  /// The headings of a level, each with the place in `html` of the text below it: up to the next of its level, or to the
  /// footnotes.
  ///
  /// - Parameter html: the document's.
  public func texts(belowLevel level: Int, in html: [UInt8]) -> [(heading: Heading, text: Range<Int>)] {
    let wanted = headings.filter { $0.level == level }
    guard !wanted.isEmpty else { return [] }
    return html.withUnsafeBufferPointer { html in
      var reader = TagReader(html)
      var starts: [Int] = []
      var texts: [(Heading, Range<Int>)] = []
      while let tag = reader.next() {
        let isEnd = tag.name == "section"
        guard isEnd || tag.name.headingLevel == UInt8(level) else { continue }
        if tag.isClosing, !isEnd {
          starts.append(tag.range.upperBound)
        } else if let start = starts.last, texts.count < min(starts.count, wanted.count) {
          texts.append((wanted[texts.count], start..<tag.range.lowerBound))
        }
        if isEnd { break }
      }
      if let start = starts.last, texts.count < min(starts.count, wanted.count) {
        texts.append((wanted[texts.count], start..<html.count))
      }
      return texts
    }
  }
}
