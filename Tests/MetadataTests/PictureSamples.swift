import Foundation

@testable import Metadata

/// The pictures of Data/, which `make-pictures` wrote: each as it is, and with secrets that ExifTool put in.
enum PictureSamples {
  static let names = ["anh.jpg", "anh-tung-lop.jpg", "anh.png", "anh.gif", "anh.webp", "anh-dong.webp"]
  /// What every secret begins with, and what the directory of a place begins with.
  static let mark = Array("BIMAT".utf8)
  /// The place that ExifTool wrote, in XMP.
  static let place = Array("21,1.71".utf8)

  static func clean(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appending(path: name)))
  }

  static func secret(_ name: String) throws -> [UInt8] { try clean("bi-mat-" + name) }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Data")
}

extension [UInt8] {
  func firstOffset(of wanted: [UInt8]) -> Int? {
    indices.first { self[$0] == wanted[0] && has(wanted, at: $0) }
  }

  func without(_ part: [UInt8]) -> [UInt8] {
    guard let start = firstOffset(of: part) else { return self }
    return Array(self[..<start] + self[(start + part.count)...])
  }
}

extension CleanPicture {
  /// What would be published.
  func published(of bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .unchanged: bytes
    case .stripped(let clean, _), .broken(_, let clean, _): clean
    }
  }

  var removed: HiddenData {
    switch self {
    case .unchanged: []
    case .stripped(_, let data), .broken(_, _, let data): data
    }
  }

  var fault: Fault? { if case .broken(let fault, _, _) = self { fault } else { nil } }
}
