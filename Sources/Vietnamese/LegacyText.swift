public enum LegacyText {
  public enum Kind: String, CaseIterable, Sendable { case tcvn3, vni, viscii, utf8ReadAs1252 }
  public struct Finding: Equatable, Sendable {
    public let kind: Kind
    public let range: Range<Int>
    public let reading: String?
  }
  public static func detect(_ utf8: UnsafeBufferPointer<UInt8>) -> Finding? { nil }
}
