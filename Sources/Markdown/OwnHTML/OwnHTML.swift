/// What is to be known of the HTML of a page by who reads it again: declared by the constructs that write it, listed here.
enum OwnHTML {
  /// Elements that stand inside a line. All others begin and end one.
  static let inline: [ElementName] = ["a", "code", "del", "em", "img", "input", "span", "strong", "sup"]

  /// Elements whose words no author wrote.
  static let unspoken: [UnspokenElement] = [.footnoteMark, .footnoteBackLink, .alertTitle]

  /// Attributes that name a place on the page, or lead to one or to a file.
  static func role(of attribute: Slice<UnsafeBufferPointer<UInt8>>) -> Attribute.Role? {
    switch attribute.count {
    case 2 where attribute.elementsEqual("id".utf8): .id
    case 3 where attribute.elementsEqual("src".utf8): .file
    case 4 where attribute.elementsEqual("href".utf8): .address
    default: nil
    }
  }
}

/// An element that the generator added for the eye. It holds no other one of its name.
struct UnspokenElement {
  /// How its opening tag begins; what tells it apart from others of its name stands first in it.
  let opening: String
  let name: ElementName

  init(_ name: ElementName, opening: String) {
    self.name = name
    self.opening = opening
  }

  /// - Parameter tag: where it begins.
  func opens(at tag: Int, in html: UnsafeBufferPointer<UInt8>) -> Bool {
    html[tag...].starts(with: opening.utf8)
  }
}
