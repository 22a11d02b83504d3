import Files
import LibCrypto

/// SHA-256 (FIPS 180-4), by libcrypto.
struct SHA256: Hashable, Sendable {
  /// 64 hexadecimal digits, small letters.
  let hex: String

  init(hex: String) { self.hex = hex }

  init(of bytes: [UInt8]) {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    bytes.withUnsafeBytes { _ = EVP_Digest($0.baseAddress, $0.count, &digest, &count, EVP_sha256(), nil) }
    let digits = Array("0123456789abcdef".utf8)
    hex = String(
      decoding: digest[..<Int(count)].flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  static func isHex(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
}
