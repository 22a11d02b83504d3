import Diagnostics
import Vietnamese

/// The most that is read of a source file, in bytes. libcmark-gfm takes quadratic time on some inputs, and no reader wants a
/// longer page.
package let largestSource = 1 << 20

/// The text of a file that a diagnostic names, in NFC, as the parser saw it.
package func sourceText(_ path: String, of project: String) -> [UInt8]? {
  // What was too large to be parsed is too large to be shown.
  guard case .file(let size)? = try? Disk.kind(of: project + "/" + path), size <= largestSource
  else {
    return nil
  }
  let home = project.isEmpty ? nil : try? Disk.realPath(project)
  return (try? Disk.read(project + "/" + path, within: home)).map {
    $0.firstInvalidUTF8 == nil ? NFC.normalize($0) : $0
  }
}

extension [UInt8] {
  /// Where the bytes stop being UTF-8, or nil when they all are.
  package var firstInvalidUTF8: Int? {
    withUnsafeBufferPointer { bytes in
      // Plain ASCII needs no decoding, and the standard library checks whole texts fastest.
      if String(validating: bytes, as: UTF8.self) != nil { return nil }
      var low = 0
      var decoder = UTF8()
      var iterator = bytes.makeIterator()
      while true {
        switch decoder.decode(&iterator) {
        case .scalarValue(let scalar): low += UTF8.width(scalar)
        case .emptyInput, .error: return Swift.min(low, bytes.count - 1)
        }
      }
    }
  }
}
