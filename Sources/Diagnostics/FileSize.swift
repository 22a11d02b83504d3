/// A number of bytes as people say it.
package struct FileSize {
  let bytes: Int

  package init(bytes: Int) { self.bytes = bytes }

  /// `312 KB`, `4,2 MB`.
  ///
  /// - Parameter point: what stands before the tenths.
  package func text(_ point: String) -> String {
    if bytes < 1 << 20 { return "\((bytes + 1023) / 1024) KB" }
    let tenths = bytes * 10 / (1 << 20)
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10)\(point)\(tenths % 10) MB"
  }
}
