import CMarkGFM

/// The version of libcmark-gfm that is in use, as `0.29.0.gfm.6`.
public var parserVersion: String { String(cString: cmark_version_string()) }
