/// What XMP and IPTC data tell of; they are removed as a whole, so this is for the message only.
extension HiddenData {
  private static let xmpNames: [(StaticString, HiddenData)] = [
    ("GPSL", .location), ("photoshop:City", .location), ("Iptc4xmpCore:Location", .location),
    ("tiff:Model", .camera), ("tiff:Make", .camera), ("SerialNumber", .camera),
    ("CreateDate", .date), ("ModifyDate", .date), ("DateTimeOriginal", .date), ("DateCreated", .date),
    ("dc:creator", .author), ("dc:rights", .author), ("OwnerName", .author),
    ("dc:description", .comment), ("dc:title", .comment), ("UserComment", .comment),
    ("xmp:Thumbnails", .thumbnail), ("xmpGImg", .thumbnail),
  ]

  /// What an XMP packet has names for.
  init(xmp bytes: [UInt8], in range: Range<Int>) {
    self.init()
    for (name, data) in Self.xmpNames where !contains(data) && bytes.contains(name, in: range) {
      insert(data)
    }
    if isEmpty { self = .other }
  }

  /// Photoshop's image resources, of which 0x0404 is IPTC-IIM (its data sets of record 2) and 0x0409 and 0x040C
  /// are small copies.
  init(photoshop bytes: [UInt8], in range: Range<Int>) {
    self.init()
    var offset = range.lowerBound
    while offset + 12 <= range.upperBound, bytes.has("8BIM", at: offset),
      let id = bytes.big(2, at: offset + 4), let name = bytes.big(1, at: offset + 6)
    {
      let start = offset + 6 + (name + 2) / 2 * 2
      guard let length = bytes.big(4, at: start) else { break }
      let end = min(start + 4 + length, range.upperBound)
      if id == 0x0404, start + 4 <= end { formUnion(HiddenData(iptc: bytes, in: (start + 4)..<end)) }
      if id == 0x0409 || id == 0x040C { insert(.thumbnail) }
      offset = start + 4 + (length + 1) / 2 * 2
    }
    if isEmpty { self = .other }
  }

  private init(iptc bytes: [UInt8], in range: Range<Int>) {
    self.init()
    var offset = range.lowerBound
    while offset + 5 <= range.upperBound, bytes[offset] == 0x1C, let length = bytes.big(2, at: offset + 3) {
      switch (bytes[offset + 1], bytes[offset + 2]) {
      case (2, 90), (2, 92), (2, 95), (2, 100), (2, 101): insert(.location)
      case (2, 55), (2, 60): insert(.date)
      case (2, 80), (2, 85), (2, 110), (2, 116), (2, 122): insert(.author)
      case (2, 5), (2, 25), (2, 40), (2, 105), (2, 120): insert(.comment)
      default: break
      }
      offset += 5 + length
    }
  }
}
