import Files

/// The register of what was withdrawn, as a file that people read and may write in.
struct Register {
  private let path: String

  /// - Parameter project: its folder.
  init(in project: String) { path = project + "/" + Withdrawal.register }

  private static let heading = """
    # Những gì đã gỡ khỏi mọi cổng. Máy không đăng lại tệp nào có ở đây, kể cả khi tệp còn nằm trong content/.
    # Đừng xóa dòng nào: địa chỉ cũ cần báo cho người đọc biết trang đã gỡ. Tệp này không được đăng lên mạng.
    withdrawn:

    """

  /// Adds what is withdrawn behind what is there.
  ///
  /// - Parameter addresses: where portals had it, by the path.
  func add(_ order: WithdrawalOrder, _ addresses: [String: [String]]) throws(Disk.Failure) {
    let old = Disk.exists(path) ? try Disk.read(path) : nil
    var text = String(decoding: old ?? Array(Self.heading.utf8), as: UTF8.self)
    if !text.hasSuffix("\n") { text += "\n" }
    for item in order.paths {
      text += "  - path: \(item.asYAML)\n    on: \(order.day.iso)\n    why: \(order.reason.asYAML)\n"
      let places = (addresses[item] ?? []).map(\.asYAML).joined(separator: ", ")
      if !places.isEmpty { text += "    addresses: [\(places)]\n" }
    }
    let fresh = path + ".new"
    try Disk.write(Array(text.utf8), to: fresh)
    try Disk.move(fresh, to: path)
  }
}

extension String {
  /// Between double quotes, as YAML reads them: what is no letter, digit or sign of ASCII is escaped or stays a letter.
  fileprivate var asYAML: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
