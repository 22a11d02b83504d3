/// Writes values one after the other, for `RecordReader` to read in the same order. Numbers are little-endian.
package struct RecordWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  package mutating func write(_ truth: Bool) { bytes.append(truth ? 1 : 0) }

  package mutating func write(_ text: String) {
    write(Int32(text.utf8.count))
    bytes += text.utf8
  }

  package mutating func write(_ content: [UInt8]) {
    write(Int32(content.count))
    bytes += content
  }

  package mutating func write(_ content: ArraySlice<UInt8>) {
    write(Int32(content.count))
    bytes += content
  }

  package mutating func write(_ fingerprint: Fingerprint) {
    write(fingerprint.low)
    write(fingerprint.high)
  }

  package mutating func write(_ identity: FileIdentity) {
    write(identity.size)
    write(identity.inode)
    write(identity.modified)
    write(identity.changed)
  }

  /// Writes what `write` writes, with the count of its bytes before it.
  package mutating func framed(_ write: (inout RecordWriter) -> Void) {
    let start = bytes.count
    self.write(Int32(0))
    write(&self)
    withUnsafeBytes(of: Int32(bytes.count - start - 4).littleEndian) {
      bytes.replaceSubrange(start..<start + 4, with: $0)
    }
  }

  package mutating func write<Value>(_ value: Value?, _ write: (inout RecordWriter, Value) -> Void) {
    self.write(value != nil)
    if let value { write(&self, value) }
  }

  package mutating func write<Value>(list: [Value], _ write: (inout RecordWriter, Value) -> Void) {
    self.write(Int32(list.count))
    for value in list { write(&self, value) }
  }
}

/// Reads what `RecordWriter` wrote. Whatever else it is given, it throws and reads nothing beyond the end.
package struct RecordReader {
  /// The bytes are not what was to be read.
  package struct Damage: Error {
    package init() {}
  }

  private let bytes: UnsafeRawBufferPointer
  package private(set) var offset: Int

  package init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  package mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) throws(Damage)
    -> Number
  {
    let size = Number.bitWidth / 8
    guard offset >= 0, bytes.count - offset >= size else { throw Damage() }
    defer { offset += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
  }

  package mutating func truth() throws(Damage) -> Bool { try number(UInt8.self) != 0 }

  private mutating func content() throws(Damage) -> UnsafeRawBufferPointer {
    let count = Int(try number(Int32.self))
    guard count >= 0, bytes.count - offset >= count else { throw Damage() }
    defer { offset += count }
    return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + count])
  }

  package mutating func text() throws(Damage) -> String { String(decoding: try content(), as: UTF8.self) }

  package mutating func array() throws(Damage) -> [UInt8] { Array(try content()) }

  package mutating func skipArray() throws(Damage) { _ = try content() }

  package mutating func fingerprint() throws(Damage) -> Fingerprint {
    Fingerprint(low: try number(), high: try number())
  }

  package mutating func identity() throws(Damage) -> FileIdentity {
    FileIdentity(size: try number(), inode: try number(), modified: try number(), changed: try number())
  }

  package mutating func optional<Value>(
    _ read: (inout RecordReader) throws(Damage) -> Value
  ) throws(Damage) -> Value? {
    try truth() ? try read(&self) : nil
  }

  package mutating func list<Value>(
    _ read: (inout RecordReader) throws(Damage) -> Value
  ) throws(Damage) -> [Value] {
    let count = Int(try number(Int32.self))
    // Each value takes a byte at least: a damaged count must not ask for all memory.
    guard count >= 0, count <= bytes.count - offset else { throw Damage() }
    var list: [Value] = []
    list.reserveCapacity(count)
    for _ in 0..<count { list.append(try read(&self)) }
    return list
  }
}
