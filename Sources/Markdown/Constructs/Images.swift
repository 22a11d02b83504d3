import CMarkGFM
import Diagnostics
import Escaping

extension Transformation {
  mutating func transformImage(_ image: Node, references: some References) {
    let destination = String(decoding: image.url, as: UTF8.self)
    let target = references.image(at: destination)
    let (href, id, size): (String, AssetID, (width: Int, height: Int)?)
    switch target {
    case .file(let address, let file, let pixels): (href, id, size) = (address, file, pixels)
    case .unshowable(let problem, let file):
      use(.file(file, isShown: true), written: destination, at: image)
      return report(problem, at: image, text: destination)
    case .gone(let problem):
      report(problem, at: image, text: destination, as: .warning)
      return (image.onlyParent ?? image).remove()
    case .wrong(let problem): return report(problem, at: image, text: destination)
    }
    use(.file(id, isShown: true), written: destination, at: image)
    var tag = [UInt8](markup: "<img src=\"")
    tag.appendAddress(href)
    tag.append("\" alt=\"")
    tag.append(escaping: image.text)
    tag.append("\"")
    if let size { tag.append(" width=\"\(size.width)\" height=\"\(size.height)\"") }
    tag.append(" loading=\"lazy\" decoding=\"async\">")

    guard !image.title.isEmpty, let paragraph = image.onlyParent else {
      if !image.title.isEmpty {
        tag.removeLast()
        tag.append(" title=\"")
        tag.append(escaping: image.title)
        tag.append("\">")
      }
      image.insertReplacement(.custom(block: false, enter: tag, exit: ""))
      return
    }
    tag.append("<figcaption>")
    tag.append(escaping: image.title)
    tag.append("</figcaption>")
    paragraph.insertReplacement(.custom(block: true, enter: Array("<figure>".utf8) + tag, exit: "</figure>"))
  }
}

extension Node {
  /// The paragraph that holds this node and nothing else.
  fileprivate var onlyParent: Node? {
    guard next == nil, previous == nil, let parent, parent.type == CMARK_NODE_PARAGRAPH else { return nil }
    return parent
  }

  /// Puts `other` in this node's place; the children go with this node.
  fileprivate func insertReplacement(_ other: Node) {
    other.insertBefore(self)
    remove()
  }
}
