import Templates
import Testing

@Suite("Shapes")
struct ShapeTests {
  @Test func describesEveryField() {
    let shape = Node.fields.shape
    #expect(shape.name == "node")
    #expect(
      shape.fields.map { "\($0.name): \($0.type)" } == [
        "title: text", "lead: text", "body: html", "stream: html", "count: text", "is_new: flag",
        "words: list of text", "children: list of node", "first: node", "kind: text",
      ])
    #expect(shape.fields[0].doc == "the heading")
    #expect(shape.slot(of: "body") == 2 && shape.slot(of: "nothing") == nil)
  }

  @Test func reachesEachShapeOnce() {
    let words = Shape("words", [.init("home", .text, "")])
    let globals = Shape(
      "globals",
      [
        .init("words", .record(words), ""), .init("nodes", .list(.list(.record(Node.fields.shape))), ""),
        .init("again", .record(words), ""),
      ])
    #expect(globals.reachable == [globals, words, Node.fields.shape])
  }

  @Test func identityCounts() {
    #expect(Shape("a", []) != Shape("a", []))
    #expect(Node.fields.shape == Node().shape)
  }
}
