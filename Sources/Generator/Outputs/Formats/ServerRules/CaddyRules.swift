extension ServerRules {
  /// Appends `handle` blocks to be imported in a site's block that has a `root`, for Caddy 2.6 and later.
  func appendCaddyfile(to output: inout [UInt8]) {
    output.line("# VungXanh: import in a site block with root * …")
    if path != "/" {
      output.line("handle \(path.dropLast()) {")
      appendCaddyQuery(to: &output)
      appendCaddyHeaders("\"\(Keeping.asking.rawValue)\"", to: &output)
      output.line("\tredir * \(path){vungxanh_query} 301\n}")
    }
    output.line(path == "/" ? "handle {" : "handle \(path)* {")
    output.line("\tencode {\n\t\tzstd\n\t\tgzip\n\t\tmatch {")
    for type in ["text/html"] + ServerRules.compressedTypes {
      output.line("\t\t\theader Content-Type \(type)*")
    }
    output.line("\t\t}\n\t}")
    appendCaddyQuery(to: &output)
    // In one map: of two `header` lines for one name, Caddy's own order would decide which counts.
    output.line("\tmap {path} {vungxanh_keeping} {")
    output.line("\t\t\"~^\(pattern)assets/\" \"\(Keeping.forever.rawValue)\"")
    output.line("\t\t\"~\\.(?:\(ServerRules.mediaEndings))$\" \"\(Keeping.hour.rawValue)\"")
    output.line("\t\tdefault \"\(Keeping.asking.rawValue)\"\n\t}")
    appendCaddyHeaders("{vungxanh_keeping}", to: &output)
    if !redirects.isEmpty {
      // `path` would not tell capitals from small letters, and a page could then lead to itself.
      output.line("\tmap {path} {vungxanh_target} {")
      for redirect in redirects {
        output.line("\t\t\"~^\(pattern)\(redirect.pattern)$\" \"\(redirect.target)\"")
      }
      output.line("\t\tdefault \"\"\n\t}\n\t@moved not vars {vungxanh_target} \"\"")
      output.line("\tredir @moved {vungxanh_target}{vungxanh_query} 301")
    }
    output.line("\tmap {path} {vungxanh_page} {\n\t\t\"~^\(slashed)$\" \"${1}.html\"\n\t\tdefault \"\"\n\t}")
    output.line("\t@slashed {\n\t\tfile {vungxanh_page}")
    if !gone.isEmpty { output.line("\t\tnot path_regexp \"\(gonePattern)\"") }
    output.line("\t}\n\tredir @slashed {vungxanh_page}{vungxanh_query} 301")
    output.line("\t@home path_regexp \"^\(pattern)$\"\n\trewrite @home \(path)index.html")
    if !gone.isEmpty {
      output.line("\t@gone path_regexp \"\(gonePattern)\"\n\thandle @gone {")
      appendCaddyStatus(410, Site.withdrawn, to: &output)
      output.line("\t}")
    }
    output.line("\t@hidden {\n\t\tpath_regexp \"^\(pattern)(?:\(ServerRules.hidden))\"")
    output.line("\t\tnot path_regexp \"^\(pattern)\(ServerRules.wellKnown)\"\n\t}\n\thandle @hidden {")
    appendCaddyMissing(to: &output)
    output.line("\t}\n\t@found {\n\t\tnot path_regexp \".+/$\"\n\t\tfile {path} {path}.html\n\t}")
    output.line("\thandle @found {")
    // Where a system has no list of its own, Caddy names none of these.
    for (ending, type) in ServerRules.typesWithCharset + ServerRules.types {
      output.line("\t\t@\(ending) path *.\(ending)\n\t\theader @\(ending) Content-Type \"\(type)\"")
    }
    output.line("\t\trewrite * {file_match.relative}\n\t\tfile_server\n\t}\n\thandle {")
    appendCaddyMissing(to: &output)
    output.line("\t}\n}")
  }

  private var gonePattern: String {
    "^\(pattern)(?:\(gone.map(ServerRules.pattern).joined(separator: "|")))$"
  }

  private func appendCaddyQuery(to output: inout [UInt8]) {
    output.line("\tmap {uri} {vungxanh_query} {\n\t\t\"~^[^?]*(\\?.*)$\" \"${1}\"\n\t\tdefault \"\"\n\t}")
  }

  private func appendCaddyHeaders(_ keeping: String, to output: inout [UInt8]) {
    output.line("\theader {")
    for header in headers { output.line("\t\t\(header.name) \"\(header.value)\"") }
    output.line("\t\tCache-Control \(keeping)\n\t}")
  }

  private func appendCaddyMissing(to output: inout [UInt8]) {
    appendCaddyStatus(404, Site.notFound, to: &output)
  }

  private func appendCaddyStatus(_ status: Int, _ page: String, to output: inout [UInt8]) {
    output.line("\t\theader Cache-Control \"\(Keeping.asking.rawValue)\"\n\t\trewrite * \(path)\(page)")
    output.line("\t\tfile_server {\n\t\t\tstatus \(status)\n\t\t}")
  }
}
