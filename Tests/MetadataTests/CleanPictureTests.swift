import TestTraits
import Testing

@testable import Metadata

@Suite struct CleanPictureTests {
  static let turned = Exif.minimal(orientation: 6)
  static let jpegTurn = [0xFF, 0xE1] + big(34, 2) + Array("Exif\0\0".utf8) + turned

  @Test(arguments: PictureSamples.names) func leavesACleanPictureAlone(_ name: String) throws {
    #expect(try CleanPicture(of: PictureSamples.clean(name)) == .unchanged)
  }

  @Test(arguments: PictureSamples.names) func removesEverySecret(_ name: String) throws {
    let secret = try PictureSamples.secret(name)
    try #require(secret.firstOffset(of: PictureSamples.mark) != nil)
    let result = CleanPicture(of: secret)
    guard case .stripped(let clean, let removed) = result else {
      Issue.record("\(result)")
      return
    }
    #expect(clean.firstOffset(of: PictureSamples.mark) == nil)
    #expect(clean.firstOffset(of: PictureSamples.place) == nil)
    #expect(removed.isSuperset(of: [.location, .camera, .date, .author, .comment]))
    #expect(CleanPicture(of: clean) == .unchanged, "cleaning twice changes nothing")
  }

  @Test func findsTheSmallCopyOfAPhotograph() throws {
    #expect(try CleanPicture(of: PictureSamples.secret("anh.jpg")).removed.contains(.thumbnail))
  }

  /// What is shown stays bit for bit, and which way up.
  @Test(arguments: ["anh.jpg", "anh-tung-lop.jpg"]) func keepsAJPEG(_ name: String) throws {
    let clean = try CleanPicture(of: PictureSamples.secret(name)).published(of: [])
    #expect(clean.firstOffset(of: Self.jpegTurn) != nil)
    #expect(try clean.without(Self.jpegTurn) == PictureSamples.clean(name))
  }

  @Test func keepsAPNG() throws {
    let clean = try CleanPicture(of: PictureSamples.secret("anh.png")).published(of: [])
    // The check was computed by zlib.
    let turn = big(Self.turned.count, 4) + Array("eXIf".utf8) + Self.turned + big(0xD667_4B69, 4)
    #expect(clean.firstOffset(of: turn) != nil)
    #expect(try clean.without(turn) == PictureSamples.clean("anh.png"))
  }

  @Test func keepsAGIF() throws {
    let clean = try CleanPicture(of: PictureSamples.secret("anh.gif")).published(of: [])
    #expect(try clean == PictureSamples.clean("anh.gif"))
  }

  @Test func keepsAWebP() throws {
    let clean = try CleanPicture(of: PictureSamples.secret("anh.webp")).published(of: [])
    let turn = Array("EXIF".utf8) + little(Self.turned.count, 4) + Self.turned
    let picture = try Array(PictureSamples.clean("anh.webp").dropFirst(12))
    #expect(clean.little(4, at: 4) == clean.count - 8)
    #expect(clean.has("VP8X", at: 12))
    // Of the flags for Exif and XMP the first alone is left.
    #expect(clean[20] & 0x0C == 0x08)
    #expect(Array(clean[30...]) == picture + turn)
  }

  @Test func keepsAMovingWebP() throws {
    let clean = try CleanPicture(of: PictureSamples.secret("anh-dong.webp")).published(of: [])
    let turn = Array("EXIF".utf8) + little(Self.turned.count, 4) + Self.turned
    let before = try PictureSamples.clean("anh-dong.webp")
    #expect(clean.little(4, at: 4) == clean.count - 8)
    #expect(Array(clean[30...]) == Array(before[30...]) + turn)
  }

  // MARK: Broken files

  /// However little of a file arrived, none of its secrets goes out, and that it is cut is said.
  @Test(arguments: PictureSamples.names) func livesThroughAnyCut(_ name: String) throws {
    let secret = try PictureSamples.secret(name)
    let whole = CleanPicture(of: secret).published(of: secret)
    for length in stride(from: 0, to: secret.count, by: 9) {
      let cut = Array(secret.prefix(length))
      let result = CleanPicture(of: cut)
      let published = result.published(of: cut)
      #expect(published.firstOffset(of: PictureSamples.mark) == nil, "\(length)")
      if result.fault == nil, length >= PictureFormat.markLength {
        #expect(published == whole, "only what follows the picture may be missing: \(length)")
      }
    }
    let clean = try PictureSamples.clean(name)
    for length in PictureFormat.markLength..<clean.count {
      #expect(CleanPicture(of: Array(clean.prefix(length))).fault != nil, "\(length)")
    }
  }

  @Test(.slow, arguments: PictureSamples.names) func livesThroughAnyWrongByte(_ name: String) throws {
    for original in try [PictureSamples.clean(name), PictureSamples.secret(name)] {
      var bytes = original
      for offset in stride(from: 0, to: bytes.count, by: 5) {
        for value in [0, 0xFF, bytes[offset] ^ 0x01] {
          bytes[offset] = value
          let result = CleanPicture(of: bytes)
          #expect(result.published(of: bytes).count <= bytes.count + 64)
          if case .stripped(let clean, _) = result { #expect(CleanPicture(of: clean) == .unchanged) }
        }
        bytes[offset] = original[offset]
      }
    }
  }

  @Test func tellsWhatIsWrong() {
    let header = Array("GIF89a".utf8)
    #expect(CleanPicture(of: header).fault == .cut)
    #expect(CleanPicture(of: header + [1, 0, 1, 0, 0, 0, 0, 0x3B]).fault == .empty)
    #expect(CleanPicture(of: header + [1, 0, 1, 0, 0, 0, 0, 0x99]).fault == .wrong(at: 13))
    #expect(CleanPicture(of: [0xFF, 0xD8, 0xFF, 0xD9]).fault == .empty)
    #expect(CleanPicture(of: [0xFF, 0xD8, 0xFF, 0xDB, 0, 1, 0]).fault == .wrong(at: 2))
    #expect(CleanPicture(of: Array("RIFF".utf8) + little(4, 4) + Array("WEBP".utf8)).fault == .empty)
    #expect(CleanPicture(of: Array("%PDF-1.7".utf8)) == .unchanged)
    #expect(CleanPicture(of: []) == .unchanged)
  }
}
