import Escaping

extension ServerRules {
  /// Appends `web.config` for IIS 8 and later. IIS answers every request with an error when the file names a
  /// section that it does not know: what needs the URL Rewrite module (no `.html`) is a comment.
  ///
  /// What other servers have to be told IIS does of itself: it gives out no file without a known type, hence none that
  /// begins with a dot and nothing in `server/`, and never `web.config`.
  func appendWebConfig(to output: inout [UInt8]) {
    output.line("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<configuration>\n<system.webServer>")
    output.line("<defaultDocument><files><clear/><add value=\"index.html\"/></files></defaultDocument>")
    output.line("<directoryBrowse enabled=\"false\"/>\n<urlCompression doStaticCompression=\"true\"/>")
    // A file, named from the site's own folder: only so does IIS keep the status.
    let missing = path.dropFirst().split(separator: "/").map { "\($0)\\" }.joined() + "404.html"
    output.line("<httpErrors><remove statusCode=\"404\"/>")
    output.line("<error statusCode=\"404\" path=\"\(missing)\" responseMode=\"File\"/></httpErrors>")
    output.line("<httpProtocol><customHeaders>")
    for (name, value) in headers {
      output.line("<remove name=\"\(name)\"/><add name=\"\(name)\" value=\"\(value)\"/>")
    }
    output.line("</customHeaders></httpProtocol>\n<staticContent>")
    output.line("<clientCache cacheControlMode=\"DisableCache\"/>")  // which is sent as `no-cache`
    for (ending, type) in ServerRules.typesWithCharset + ServerRules.types {
      output.line("<remove fileExtension=\".\(ending)\"/>")
      output.line("<mimeMap fileExtension=\".\(ending)\" mimeType=\"\(type)\"/>")
    }
    output.line(
      """
      </staticContent>
      <!-- With the URL Rewrite module installed, take away this line and the last of the comment:
      <rewrite><rules>
      <rule name="page" stopProcessing="true"><match url="^(.*[^/])$"/>
      <conditions><add input="{REQUEST_FILENAME}.html" matchType="IsFile"/></conditions>
      <action type="Rewrite" url="{R:1}.html"/></rule>
      <rule name="slashed"><match url="^(.*[^/])/$"/>
      <conditions><add input="{DOCUMENT_ROOT}\(path){R:1}.html" matchType="IsFile"/></conditions>
      <action type="Redirect" url="{R:1}.html" redirectType="Permanent"/></rule>
      </rules></rewrite>
      -->
      </system.webServer>
      <location path="assets"><system.webServer><staticContent>
      <clientCache cacheControlMode="UseMaxAge" cacheControlMaxAge="365.00:00:00"
        cacheControlCustom="public, immutable"/></staticContent></system.webServer></location>
      """)
    appendIISRedirects(to: &output)
    output.line("</configuration>")
  }

  private func appendIISRedirects(to output: inout [UInt8]) {
    // What IIS does not take as a location's path would stop the whole portal, and a folder's would redirect
    // all that is in the folder.
    var taken: Set<String> = []
    for redirect in redirects where taken.insert(redirect.addresses[0].lowercased()).inserted {
      let route = redirect.addresses[0]
      let isRefused = route.utf8.contains { $0 < 0x20 || "\\?:*\"<>|".utf8.contains($0) }
      guard route.hasSuffix(".html"), !isRefused, !"./ ".contains(route.first!) else { continue }
      output += "<location path=\"".utf8
      output.append(xml: route)
      output.line("\"><system.webServer><httpRedirect enabled=\"true\" httpResponseStatus=\"Permanent\"")
      output.line(
        "  exactDestination=\"true\" destination=\"\(redirect.target)\"/></system.webServer></location>")
    }
  }
}
