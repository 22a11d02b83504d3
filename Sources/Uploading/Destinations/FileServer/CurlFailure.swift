import LibCurl

/// Why libcurl did not do what it was asked for.
struct CurlFailure: Error {
  let code: CURLcode
  /// The server's last reply, of FTP; 0 where there was none.
  let status: Int
  /// libcurl's, or the server's.
  let words: String

  var isLoginRefused: Bool {
    code == CURLE_LOGIN_DENIED || code == CURLE_SSH && words.contains("uthentication")
  }

  /// Whether a file or folder is not there.
  var isMissing: Bool {
    code == CURLE_REMOTE_FILE_NOT_FOUND || code == CURLE_REMOTE_ACCESS_DENIED && status == 550
      || code == CURLE_FTP_COULDNT_RETR_FILE && status == 550
  }

  /// Whether the server does not know a command.
  var isUnknownCommand: Bool { (500...504).contains(status) }

  /// Whether a command after a transfer was refused.
  var isRefusedCommand: Bool { code == CURLE_QUOTE_ERROR }

  func problem(with address: ServerAddress) -> UploadingProblem {
    let server = address.host + (address.port.map { ":\($0)" } ?? "")
    let line = words.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    switch code {
    case CURLE_COULDNT_RESOLVE_HOST: return .noSuchHost(address.host)
    case CURLE_COULDNT_CONNECT: return .noConnection(server)
    case CURLE_OPERATION_TIMEDOUT, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING,
      CURLE_FTP_ACCEPT_TIMEOUT:
      return .lostConnection(server)
    case CURLE_PEER_FAILED_VERIFICATION where address.scheme == .sftp: return .unknownHostKey(address.host)
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE,
      CURLE_USE_SSL_FAILED,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CERTPROBLEM:
      return .notSecure(server, line)
    case CURLE_REMOTE_DISK_FULL: return .cannotSend(.diskFull)
    case CURLE_REMOTE_FILE_NOT_FOUND: return .cannotSend(.notFound)
    default:
      if isLoginRefused { return .loginRefused(server) }
      if status == 452 || status == 552 { return .cannotSend(.diskFull) }
      if status == 421 || status == 426 { return .lostConnection(server) }
      return .refused(server, line)
    }
  }
}
