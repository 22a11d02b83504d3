extension ServerRules {
  /// Appends one or two `location` blocks to be included in a `server` block that has a `root`. All stands
  /// inside them, so that the portals of a server do not meet.
  func appendNginx(to output: inout [UInt8]) {
    output.line("# VungXanh: include in server { root …; }")
    if path != "/" {
      output.line("location = \(path.dropLast()) {\n  absolute_redirect off;")
      appendNginxHeaders(.asking, to: &output)
      output.line("  return 301 \(path)$is_args$args;\n}")
    }
    output.line("location ^~ \(path) {\n  absolute_redirect off;\n  error_page 404 \(path)404.html;")
    output.line(
      "  autoindex off;\n  charset utf-8;\n  charset_types \(ServerRules.compressedTypes.joined(separator: " "));"
    )
    output.line("  gzip on;\n  gzip_vary on;\n  gzip_proxied any;\n  gzip_min_length 512;")
    output.line("  gzip_types \(ServerRules.compressedTypes.joined(separator: " "));")
    appendNginxHeaders(.asking, to: &output)
    output.line("  location = \(path) { index index.html; }")
    if !gone.isEmpty { output.line("  error_page 410 \(path)\(Site.withdrawn);") }
    for address in gone { output.line("  location = \(quoted(address)) { return 410; }") }
    for redirect in redirects {
      for address in redirect.addresses {
        output.line("  location = \(quoted(address)) { return 301 \(redirect.target)$is_args$args; }")
      }
    }
    // The first expression that matches counts.
    let hidden = "^\(pattern)(?!\(ServerRules.wellKnown))(?:\(ServerRules.hidden))"
    output.line("  location ~ \"\(hidden)\" { return 404; }")
    output.line("  location ~ ^\(pattern)assets/ {")
    appendNginxHeaders(.forever, to: &output)  // a location with headers of its own inherits none
    output.line("    try_files $uri =404;\n  }\n  location ~ \"^\(slashed)$\" {")
    output.line("    if (-f $document_root$1.html) { return 301 $1.html$is_args$args; }")
    output.line("    return 404;\n  }\n  location ~* \"\\.(?:\(ServerRules.mediaEndings))$\" {")
    appendNginxHeaders(.hour, to: &output)
    output.line("    try_files $uri =404;\n  }")
    // Nginx has no type of its own for these.
    for (ending, type) in ServerRules.types where ["ics", "webmanifest"].contains(ending) {
      output.line("  location ~ \\.\(ending)$ { default_type \(type); try_files $uri =404; }")
    }
    output.line("  try_files $uri $uri.html =404;\n}")
  }

  private func quoted(_ address: String) -> String {
    "\"" + (path + address).map { "\"\\".contains($0) ? "\\\($0)" : "\($0)" }.joined() + "\""
  }

  private func appendNginxHeaders(_ keeping: Keeping, to output: inout [UInt8]) {
    for (name, value) in headers + [("Cache-Control", keeping.rawValue)] {
      output.line("  add_header \(name) \"\(value)\" always;")
    }
  }
}
