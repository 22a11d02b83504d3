extension ServerRules {
  /// Appends `.htaccess` for Apache 2.4. All it needs is `AllowOverride FileInfo`; a module that is not there
  /// takes its own rules with it and nothing else.
  func appendHtaccess(to output: inout [UInt8]) {
    output.line("# VungXanh: Apache 2.4; AllowOverride FileInfo")
    output.line("ErrorDocument 404 \(path)404.html")
    if !gone.isEmpty { output.line("ErrorDocument 410 \(path)\(Site.withdrawn)") }
    appendApacheHeaders(to: &output)
    output.line(
      "<IfModule mod_mime.c>\n  AddCharset utf-8 .html .css .js .json .xml .txt .svg .ics .webmanifest")
    for (ending, type) in ServerRules.types { output.line("  AddType \(type) .\(ending)") }
    output.line("</IfModule>\n<IfModule mod_deflate.c>\n  <IfModule mod_filter.c>")
    output.line(
      "    AddOutputFilterByType DEFLATE text/html \(ServerRules.compressedTypes.joined(separator: " "))")
    output.line("  </IfModule>\n</IfModule>\n<IfModule mod_alias.c>")
    output.line("  RedirectMatch 404 \"^\(pattern)(?!\(ServerRules.wellKnown))(?:\(ServerRules.hidden))\"")
    // What mod_rewrite would not answer below could be a folder's list of files.
    output.line("  <IfModule !mod_rewrite.c>\n    RedirectMatch 404 \"^\(pattern)(?!\\.well-known/).+/$\"")
    output.line("  </IfModule>\n</IfModule>\n<IfModule mod_rewrite.c>\n  RewriteEngine On")
    for address in gone { output.line("  RewriteRule \"^\(ServerRules.pattern(address))$\" - [G,L]") }
    for redirect in redirects {
      let target = redirect.target.split(separator: "%").joined(separator: "\\%")  // `%1` would be a capture
      output.line("  RewriteRule \"^\(redirect.pattern)$\" \"\(target)\" [R=301,NE,L]")
    }
    // REQUEST_FILENAME ends at the first part that is not on the disk, PATH_INFO is the rest: without a
    // condition on it `mat-khau/x` would be served from `mat-khau.html` for ever. A section's folder is sent
    // to the section's page before mod_dir can send it to the folder.
    output.line("  RewriteCond %{REQUEST_URI} /$ [OR]\n  RewriteCond %{REQUEST_FILENAME} -d")
    output.line("  RewriteCond %{PATH_INFO} ^/?$\n  RewriteCond %{REQUEST_FILENAME} ^(.+?)/?$")
    output.line("  RewriteCond %1.html -f\n  RewriteRule ^([A-Za-z0-9_-].*?)/?$ \(path)$1.html [R=301,L]")
    // Any other folder: its files are nobody's business.
    output.line("  RewriteCond %{REQUEST_FILENAME} -d\n  RewriteCond %{REQUEST_FILENAME}/index.html !-f")
    output.line("  RewriteRule . - [R=404,L]")
    output.line("  RewriteCond %{PATH_INFO} =\"\"\n  RewriteCond %{REQUEST_FILENAME}.html -f")
    output.line("  RewriteRule ^(.*[^/])$ $1.html [L]\n</IfModule>")
  }

  private func appendApacheHeaders(to output: inout [UInt8]) {
    output.line("<IfModule mod_headers.c>")
    for header in headers { output.line("  Header always set \(header.name) \"\(header.value)\"") }
    // All of them `always`: that table is sent besides the other one, not instead of it.
    output.line("  Header always set Cache-Control \"\(Keeping.asking.rawValue)\"")
    let kept: [(Keeping, String)] = [
      (.hour, "\\.(?:\(ServerRules.mediaEndings))$"), (.forever, "^\(pattern)assets/"),
    ]
    for (keeping, pattern) in kept {
      let when = "expr=%{REQUEST_STATUS} -lt 400 && %{REQUEST_URI} =~ m#\(pattern)#"
      output.line("  Header always set Cache-Control \"\(keeping.rawValue)\" \"\(when)\"")
    }
    // mod_deflate names what it compressed differently, and would not know that name again.
    output.line("  RequestHeader edit If-None-Match \"^(.*)-gzip\\\"$\" \"$1\\\"\"\n</IfModule>")
  }
}
