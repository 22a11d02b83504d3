import LibCurl

/// The version of libcurl that is in use, as `7.88.1`.
public var curlVersion: String {
  // `libcurl/7.88.1 OpenSSL/3.0.19 …`
  let name = String(cString: curl_version()).prefix { $0 != " " }
  return name.split(separator: "/").last.map(String.init) ?? String(name)
}
