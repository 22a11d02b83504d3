import LibCurl

/// The version of libcurl that is in use, as `7.88.1`.
public var libraryVersion: String { String(cString: curl_version_info(CURLVERSION_FIRST).pointee.version) }
