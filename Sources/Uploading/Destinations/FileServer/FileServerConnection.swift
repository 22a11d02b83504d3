import LibCurl

/// A connection by libcurl to an FTP or SFTP server, for one request after the other.
///
/// A class, since libcurl calls back with its pointer.
final class FileServerConnection {
  private let handle: UnsafeMutableRawPointer
  private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
  let address: ServerAddress
  private var credentials: Credentials
  private var received: [UInt8] = []
  private var toSend: ArraySlice<UInt8> = []

  /// - Returns: nil when libcurl has no memory.
  init?(_ address: ServerAddress, _ credentials: Credentials, home: String) {
    guard let handle = curl_easy_init() else { return nil }
    (self.handle, self.address, self.credentials) = (handle, address, credentials)
    let me = Unmanaged.passUnretained(self).toOpaque()
    curl_set_number(handle, CURLOPT_NOSIGNAL, 1)
    curl_set_number(handle, CURLOPT_CONNECTTIMEOUT, 20)
    // Half a minute without a byte is a broken line; a large file may take as long as it likes.
    curl_set_number(handle, CURLOPT_LOW_SPEED_LIMIT, 1)
    curl_set_number(handle, CURLOPT_LOW_SPEED_TIME, 30)
    curl_set_number(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, 30)
    curl_set_pointer(handle, CURLOPT_ERRORBUFFER, errorText)
    curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    curl_set_writer(handle) { data, size, count, connection in
      FileServerConnection.at(connection).receive(UnsafeRawBufferPointer(start: data, count: size * count))
    }
    curl_set_pointer(handle, CURLOPT_READDATA, me)
    curl_set_reader(handle) { data, size, count, connection in
      FileServerConnection.at(connection).send(
        UnsafeMutableRawBufferPointer(start: data, count: size * count))
    }
    // Passwords that are not to be in publish.yaml may be in ~/.netrc.
    curl_set_number(handle, CURLOPT_NETRC, Int(CURL_NETRC_OPTIONAL.rawValue))
    if let user = address.user { curl_set_text(handle, CURLOPT_USERNAME, user) }
    if let password = credentials.password { usePassword(password) }
    switch address.scheme {
    case .ftp: curl_allow_only(handle, "ftp", Int(CURLPROTO_FTP))
    case .ftps:
      curl_allow_only(handle, "ftp,ftps", Int(CURLPROTO_FTP | CURLPROTO_FTPS))
      curl_set_number(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
      if let certificate = credentials.certificate { curl_set_text(handle, CURLOPT_CAINFO, certificate) }
    case .sftp:
      curl_allow_only(handle, "sftp", Int(CURLPROTO_SFTP))
      curl_set_text(handle, CURLOPT_SSH_KNOWNHOSTS, credentials.knownHosts ?? home + "/.ssh/known_hosts")
      if let key = credentials.key { curl_set_text(handle, CURLOPT_SSH_PRIVATE_KEYFILE, key) }
    }
  }

  deinit {
    curl_easy_cleanup(handle)
    errorText.deallocate()
  }

  private static func at(_ pointer: UnsafeMutableRawPointer?) -> FileServerConnection {
    Unmanaged<FileServerConnection>.fromOpaque(pointer!).takeUnretainedValue()
  }

  private func usePassword(_ password: String) {
    curl_set_text(handle, CURLOPT_PASSWORD, password)
    // Of a key that has one.
    curl_set_text(handle, CURLOPT_KEYPASSWD, password)
  }

  private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    // No portal has a file of a gigabyte: a server that sends on and on is broken, or worse.
    guard received.count + bytes.count <= 1 << 30 else { return 0 }
    received.append(contentsOf: bytes)
    return bytes.count
  }

  private func send(_ room: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(room.count, toSend.count)
    room.copyBytes(from: toSend.prefix(count))
    toSend = toSend.dropFirst(count)
    return count
  }

  /// The folder that the user comes into on an FTP server; known after a request.
  var entryPath: String {
    var text: UnsafeMutablePointer<CChar>?
    curl_get_text(handle, CURLINFO_FTP_ENTRY_PATH, &text)
    return text.map { String(cString: $0) } ?? "/"
  }

  /// What one request asks for.
  struct Request {
    /// Whole, from `/`; of a folder with a slash at its end.
    let path: String
    /// nil where something is to be read.
    var body: [UInt8]?
    /// Of FTP, in the place of LIST.
    var listing: String?
    /// Whether an FTP server is told to go into the folder, instead of naming it.
    var entersFolder = false
    /// Commands for the server; one that begins with `*` may fail.
    var commands: [String] = []
    /// Whether nothing is read or written but for the commands.
    var isBare = false
  }

  /// - Returns: what the server sent.
  /// - Throws: `CurlFailure`.
  func run(_ request: Request) throws(CurlFailure) -> [UInt8] {
    do throws(CurlFailure) { return try runOnce(request) } catch {
      guard error.isLoginRefused, let password = credentials.ask?() else { throw error }
      credentials.ask = nil
      usePassword(password)
      return try runOnce(request)
    }
  }

  private func runOnce(_ request: Request) throws(CurlFailure) -> [UInt8] {
    received = []
    errorText[0] = 0
    // Port 990 speaks TLS from the first byte; elsewhere it is asked for, which libcurl calls “ftp”.
    let scheme = address.scheme == .ftps && address.port != 990 ? "ftp" : address.scheme.rawValue
    // The first slash ends the host; of FTP a second one, written so, begins a whole path.
    let isFTP = address.scheme == .ftp || address.scheme == .ftps
    let path = isFTP ? "/%2F" + Self.encoded(request.path.dropFirst()) : Self.encoded(request.path[...])
    curl_set_text(
      handle, CURLOPT_URL, "\(scheme)://\(address.host)\(address.port.map { ":\($0)" } ?? "")\(path)")
    // Other paths are whole, so the folder that the server stands in does not matter to them.
    let method = request.entersFolder ? CURLFTPMETHOD_SINGLECWD : CURLFTPMETHOD_NOCWD
    curl_set_number(handle, CURLOPT_FTP_FILEMETHOD, Int(method.rawValue))
    curl_set_pointer(handle, CURLOPT_CUSTOMREQUEST, nil)
    if let listing = request.listing { curl_set_text(handle, CURLOPT_CUSTOMREQUEST, listing) }
    curl_set_number(handle, CURLOPT_NOBODY, request.isBare ? 1 : 0)
    curl_set_number(handle, CURLOPT_UPLOAD, request.body == nil ? 0 : 1)
    toSend = request.body?[...] ?? []
    curl_set_offset(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(toSend.count))
    var commands: UnsafeMutablePointer<curl_slist>?
    for command in request.commands { commands = curl_slist_append(commands, command) }
    defer { curl_slist_free_all(commands) }
    curl_set_pointer(handle, CURLOPT_QUOTE, request.isBare ? commands : nil)
    curl_set_pointer(handle, CURLOPT_POSTQUOTE, request.isBare ? nil : commands)
    let code = curl_easy_perform(handle)
    curl_set_pointer(handle, CURLOPT_QUOTE, nil)
    curl_set_pointer(handle, CURLOPT_POSTQUOTE, nil)
    guard code == CURLE_OK else {
      var status = 0
      curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
      let text = errorText[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: errorText)
      throw CurlFailure(code: code, status: status, words: text)
    }
    return received
  }

  private static func encoded(_ path: Substring) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        out.append(byte)
      default: out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
