import Glibc

/// The proxy that libcurl takes from the environment, as other programs do.
enum Proxy {
  static var isConfigured: Bool {
    ["http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"].contains { (name: String) in
      getenv(name).map { $0.pointee != 0 } ?? false
    }
  }
}
