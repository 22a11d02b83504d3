import Foundation
import Testing

@testable import Checking
@testable import Files
@testable import Generator

/// Files that could run code where they are published.
@Suite struct ActiveFileTests {
  private func isActive(_ content: String) -> Bool {
    var scan = SVGScan(Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(content)</svg>".utf8))
    return scan.isActive()
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<SCRIPT href='ma.js'/>", "<s:script xmlns:s='http://www.w3.org/2000/svg'/>",
    "<a href=\"&#106;avascript:alert(1)\"/>", "<a xlink:href='&#x6a;&#x61;vascript:x'/>",
    "<a href='&#00000000000000106;avascript:x'/>", "<a href=' java\nscript:x'/>",
    "<a href='data:text/html,x'/>",
    "<g onload='x'/>", "<g a='1'\tonclick = \"x\"/>", "<set attributeName=\"onload\" to='x'/>",
    "<set attributeName='&#111;nload' to='x'/>",
    "<animate xlink:href='#a' attributeName='href' values='#b'/>",
    "<animate attributeName='xlink:href' to='#b'/>", "<set to='javascript:x'/>",
    "<foreignObject><x/></foreignObject>", "<h:iframe src='a'/>", "<embed/>", "<object data='a'/>",
    "<image href='http://a.example/a.png'/>", "<image xlink:href=\"https://a.example/a.png\"/>",
    "<use href='//a.example/a.svg#b'/>", "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
    "<style>@import 'http://a.example/a.css';</style>", "<style><![CDATA[@import url(a.css);]]></style>",
    "<rect style='fill:url(https://a.example/a)'/>", "<rect fill='url( \"//a.example/a\")'/>",
    "<handler type='x'/>", "\u{0}",
  ])
  func findsWhatRuns(_ content: String) { #expect(isActive(content)) }

  @Test(arguments: [
    "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'x'>]><svg/>",
    "<?xml-stylesheet href='a.xsl' type='text/xsl'?><svg/>",
  ])
  func findsWhatADeclarationHides(_ text: String) {
    var scan = SVGScan(Array(text.utf8))
    let isActive = scan.isActive()
    #expect(isActive)
  }

  @Test(arguments: [
    "", "<title>Bảo vệ trẻ em: onload = không</title>", "<a href='#muc'><text>http://a.example</text></a>",
    "<rect style=\"fill:url(#a);font-family:'Arial'\" fill='url(#b)'/>",
    "<!-- Xuất bằng a > b --><g id='on'/>",
    "<image xlink:href='data:image/png;base64,iVBORw0KGgo='/>",
    "<animate attributeName='opacity' values='0;1'/>",
    "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' rdf:about=''/></metadata>",
    "<style>.a{fill:#fff}</style><g data-one='1' inkscape:label='on'/>", "<use href='#a'/>",
  ])
  func leavesPicturesAlone(_ content: String) { #expect(!isActive(content)) }

  @Test func aPublicDocumentTypeIsHarmless() {
    let type =
      "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">"
    var scan = SVGScan(Array("<?xml version=\"1.0\"?>\n\(type)\n<svg version='1.1'/>".utf8))
    let isActive = scan.isActive()
    #expect(!isActive)
  }

  @Test(arguments: [
    "a.php", "a.PHP", "a.phtml", "a.phar", "a.asp", "a.aspx", "a.ashx", "a.jsp", "a.jspx", "a.cgi", "a.pl",
    "a.py",
    "a.rb", "a.xml", "a.xsl", "a.xslt", "a.svgz", "web.config", "a.shtml", "a.php.txt", "a.ásp", "a.php ",
  ])
  func refusesWhatServersRun(_ name: String) async throws {
    let project = try TemporaryProject()
    try project.write("chữ", to: "content/\(name)")
    try project.write(
      "---\ntitle: A\n---\n\n[tệp](<\(name.replacing(" ", with: "%20"))>)\n", to: "content/a.md")
    let errors = await project.build().errors
    #expect(errors.contains("attachment-dangerous") || errors.contains("attachment-double-ending"))
  }

  @Test(arguments: ["a.txt", "so-ra-php.pdf.txt", "v1.2.csv"]) func publishesTheRest(_ name: String)
    async throws
  {
    let project = try TemporaryProject()
    try project.write("chữ", to: "content/\(name)")
    try project.write("---\ntitle: A\n---\n\n[tệp](\(name))\n", to: "content/a.md")
    #expect(await project.build().errors == [])
  }
}
