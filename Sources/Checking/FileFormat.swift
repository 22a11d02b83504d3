import Diagnostics
import Files
import Metadata

extension FileFormat {
  /// Takes the first bytes of a file; nil for a format that is none of these.
  init?(of bytes: [UInt8]) {
    func has(_ expected: [UInt8], at offset: Int = 0) -> Bool {
      bytes.count >= offset + expected.count && bytes[offset...].starts(with: expected)
    }
    func has(_ expected: String, at offset: Int = 0) -> Bool { has(Array(expected.utf8), at: offset) }
    /// PDF 2.0 leaves room for a kilobyte of other bytes before it.
    func holdsEarly(_ mark: String) -> Bool {
      bytes.offset(of: Array(mark.utf8), in: 0..<min(bytes.count, 1024)) != nil
    }
    if let picture = PictureFormat(bytes) {
      switch picture {
      case .jpeg: self = .jpeg
      case .png: self = .png
      case .gif: self = .gif
      case .webP: self = .webp
      }
      return
    }
    switch true {
    case has([0x50, 0x4B, 0x03, 0x04]), has([0x50, 0x4B, 0x05, 0x06]): self = .zip
    case has([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]): self = .oldOffice
    case has("{\\rtf"): self = .rtf
    case has("ID3"), bytes.count > 1 && bytes[0] == 0xFF && bytes[1] & 0xE0 == 0xE0: self = .mp3
    case has("ftyp", at: 4): self = .mp4
    case has("MZ"), has([0x7F, 0x45, 0x4C, 0x46]): self = .program
    case holdsEarly("%PDF-"): self = .pdf
    case holdsEarly("<svg"), holdsEarly(":svg"): self = .svg
    case holdsEarly("<html"), holdsEarly("<!DOCTYPE html"), holdsEarly("<!doctype html"): self = .html
    default: return nil
    }
  }
}
