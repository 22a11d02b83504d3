import LibCurl

/// The version of libcurl that is in use, with what it is built with: `7.88.1 OpenSSL/3.0.20 …`.
public var libraryVersion: String {
  let words = String(cString: curl_version())
  return words.hasPrefix("libcurl/") ? String(words.dropFirst("libcurl/".count)) : words
}
