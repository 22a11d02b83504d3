/// A page that a text links to, as whoever resolves the links counts them.
///
/// In the generator it is a place in the content tree: `cam-nang/mat-khau.md`, `cam-nang/mat-khau/index.md` and
/// `cam-nang/mat-khau/_index.md` name the same one, and so does a portal's own file at that path.
@frozen public struct PageKey: Hashable, Comparable, Sendable {
  /// From 0.
  public let number: Int32

  @inlinable public init(number: Int32) { self.number = number }

  @inlinable public static func < (a: PageKey, b: PageKey) -> Bool { a.number < b.number }
}

/// A file that a text shows or links to, as whoever resolves the links counts them.
@frozen public struct AssetID: Hashable, Comparable, Sendable {
  /// From 0.
  public let number: Int32

  @inlinable public init(number: Int32) { self.number = number }

  @inlinable public static func < (a: AssetID, b: AssetID) -> Bool { a.number < b.number }
}
