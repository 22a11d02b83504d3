import CMarkGFM

/// The constructs that libcmark-gfm's tree has and this product prints otherwise, each in a file of this folder. A new one is a file
/// here, a list in `Found`, and a line in `run`.
extension Transformation {
  /// Changes the tree, construct by construct.
  mutating func run(on tree: borrowing Tree, references: some References) {
    let found = Found(in: tree)
    refuseHTML(found.html)
    found.quotes.forEach { transformAlert($0) }
    // Before what is in cells: libcmark-gfm lets a cell of its own hold nothing else than Markdown's nodes.
    found.tables.forEach(transformTable)
    // Before links: those to anchors of this page are checked against them.
    var ids = HeadingIDs()
    found.headings.forEach { transformHeading($0, ids: &ids) }
    found.links.forEach { transformLink($0, references: references, ids: ids) }
    found.images.forEach { transformImage($0, references: references) }
    found.tasks.forEach(transformTask)
    transformFootnotes(found.footnotes, references: found.footnoteReferences)
  }
}

/// The nodes that change, each list in the order of the text. What is in a picture's description is left alone:
/// only its words are printed.
private struct Found {
  var headings: [Node] = []
  var links: [Node] = []
  var images: [Node] = []
  var quotes: [Node] = []
  var tables: [Node] = []
  var tasks: [Node] = []
  var footnoteReferences: [Node] = []
  var footnotes: [Node] = []
  var html: [Node] = []

  init(in tree: borrowing Tree) {
    let iterator = cmark_iter_new(tree.root.pointer)
    var openImages = 0
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { return }
      let node = Node(cmark_iter_get_node(iterator)!)
      let type = node.type
      if event == CMARK_EVENT_EXIT {
        if type == CMARK_NODE_IMAGE { openImages -= 1 }
        continue
      }
      switch type {
      case CMARK_NODE_TEXT, CMARK_NODE_SOFTBREAK, CMARK_NODE_PARAGRAPH: break
      case CMARK_NODE_HEADING: headings.append(node)
      case CMARK_NODE_LINK: if openImages == 0 { links.append(node) }
      case CMARK_NODE_IMAGE:
        if openImages == 0 { images.append(node) }
        openImages += 1
      case CMARK_NODE_BLOCK_QUOTE: quotes.append(node)
      case CMARK_NODE_FOOTNOTE_REFERENCE: if openImages == 0 { footnoteReferences.append(node) }
      case CMARK_NODE_FOOTNOTE_DEFINITION: footnotes.append(node)
      case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: html.append(node)
      case CMARK_NODE_ITEM: if node.isTask { tasks.append(node) }
      default: if type.isExtensionBlock, node.isCalled("table") { tables.append(node) }
      }
    }
  }
}
