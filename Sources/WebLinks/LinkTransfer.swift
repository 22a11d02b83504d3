import Diagnostics
import Glibc
import LibCurl

/// What came of one request.
enum LinkReply: Equatable {
  /// - redirect: the whole address that a 3xx status names.
  /// - asksToWait: whether it had a Retry-After.
  case status(Int, redirect: String? = nil, asksToWait: Bool = false)
  case failure(LinkFailure)
  /// The host's name stands for an address of a private network.
  case privateNetwork
}

/// An easy handle of libcurl, for all requests that one address needs: cookies that a site sets on the way live in it.
///
/// A class, since libcurl calls back with its pointer.
final class LinkTransfer {
  enum Method { case head, get }

  let handle: UnsafeMutableRawPointer
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  private let bodySize: Int
  private let checksSockets: Bool
  private var received = 0
  private var metPrivateNetwork = false

  /// - Parameter checksSockets: whether connections to private networks are refused.
  /// - Returns: nil when libcurl has no memory.
  init?(_ limits: LinkLimits, checksSockets: Bool) {
    guard let handle = curl_easy_init() else { return nil }
    self.handle = handle
    self.bodySize = limits.bodySize
    self.checksSockets = checksSockets
    let me = Unmanaged.passUnretained(self).toOpaque()
    // Signals belong to the process; the run's thread keeps SIGPIPE away by itself.
    curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    curl_set_text(handle, CURLOPT_USERAGENT, "VungXanh-check/0.1 (link check)")
    // An empty name turns cookies on without a file: some sites redirect for ever to those who do not keep them.
    curl_set_text(handle, CURLOPT_COOKIEFILE, "")
    curl_set_number(handle, CURLOPT_CONNECTTIMEOUT_MS, limits.connectTimeout.milliseconds)
    curl_allow_web_only(handle)
    curl_leave_resolver_behind(handle)
    curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    curl_set_writer(handle) { _, size, count, transfer in
      LinkTransfer.at(transfer).receive(size * count) ? size * count : 0
    }
    curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, me)
    curl_set_socket_opener(handle) { transfer, _, address in LinkTransfer.at(transfer).open(address!) }
  }

  deinit {
    curl_easy_cleanup(handle)
    errorText.deallocate()
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> LinkTransfer {
    Unmanaged<LinkTransfer>.fromOpaque(pointer!).takeUnretainedValue()
  }

  /// Makes the handle ready for one request; it must not be in a multi handle.
  func prepare(_ method: Method, _ address: WebAddress, timeout: Duration) {
    received = 0
    metPrivateNetwork = false
    errorText[0] = 0
    curl_set_text(handle, CURLOPT_URL, address.text)
    switch method {
    case .head: curl_set_number(handle, CURLOPT_NOBODY, 1)
    case .get: curl_set_number(handle, CURLOPT_HTTPGET, 1)
    }
    // 0 would mean for ever.
    curl_set_number(handle, CURLOPT_TIMEOUT_MS, max(1, timeout.milliseconds))
  }

  private func receive(_ count: Int) -> Bool {
    received += count
    return received <= bodySize
  }

  private func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let target = address.pointee
    let bytes = UnsafeRawPointer(address) + MemoryLayout<curl_sockaddr>.offset(of: \.addr)!
    if checksSockets, NetworkAddress(bytes, family: target.family)?.isPublic != true {
      metPrivateNetwork = true
      return -1
    }
    return socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
  }

  /// What came of the request that ended with `code`.
  func reply(_ code: CURLcode, to method: Method) -> LinkReply {
    var status = 0
    curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
    // A body that is too long, too slow or cut off does not undo the status before it; for a HEAD there is none.
    if code == CURLE_OK || (method == .get && status >= 200) {
      var redirect: UnsafeMutablePointer<CChar>?
      curl_get_text(handle, CURLINFO_REDIRECT_URL, &redirect)
      var wait: curl_off_t = 0
      curl_get_offset(handle, CURLINFO_RETRY_AFTER, &wait)
      return .status(status, redirect: redirect.map { String(cString: $0) }, asksToWait: wait > 0)
    }
    if code == CURLE_COULDNT_CONNECT && metPrivateNetwork { return .privateNetwork }
    return .failure(failure(code))
  }

  private func failure(_ code: CURLcode) -> LinkFailure {
    switch code {
    case CURLE_URL_MALFORMAT: .malformed
    case CURLE_COULDNT_RESOLVE_HOST: .noSuchHost
    case CURLE_COULDNT_CONNECT: .noConnection
    case CURLE_OPERATION_TIMEDOUT: .noAnswerInTime
    case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER,
      CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_INVALIDCERTSTATUS:
      .insecure(words(code))
    default: .other(words(code))
    }
  }

  /// libcurl's words, in one line and without a full stop.
  private func words(_ code: CURLcode) -> String {
    let text = errorText[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errorText)
    let line = text.split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
    return line.hasSuffix(".") ? String(line.dropLast()) : line
  }
}

extension Duration {
  /// Whole milliseconds, rounded down.
  var milliseconds: Int {
    Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000)
  }
}
