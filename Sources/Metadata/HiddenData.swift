/// What a picture may carry besides what it shows.
public struct HiddenData: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let location = HiddenData(rawValue: 1)
  /// Maker, model, serial number.
  public static let camera = HiddenData(rawValue: 2)
  public static let date = HiddenData(rawValue: 4)
  /// Of a person: photographer, owner of the camera, holder of the rights.
  public static let author = HiddenData(rawValue: 8)
  public static let comment = HiddenData(rawValue: 16)
  /// A small copy, which may show what was cut away or made unrecognizable later.
  public static let thumbnail = HiddenData(rawValue: 32)
  public static let other = HiddenData(rawValue: 64)
}
