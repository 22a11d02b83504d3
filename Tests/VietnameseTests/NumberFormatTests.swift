import Testing

import Vietnamese

@Suite struct NumberFormatTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1.000"), (12_345, "12.345"), (123_456, "123.456"),
    (1_234_567, "1.234.567"),
    (-1, "-1"), (-1000, "-1.000"), (.max, "9.223.372.036.854.775.807"), (.min, "-9.223.372.036.854.775.808"),
  ])
  func integers(_ value: Int, _ expected: String) {
    #expect(NumberFormat.integer(value) == expected)
  }

  @Test(arguments: [
    (123_456_789, 2, "1.234.567,89"), (5, 2, "0,05"), (-5, 1, "-0,5"), (100, 2, "1,00"), (42, 0, "42"),
    (0, 3, "0,000"),
  ])
  func decimals(_ value: Int, _ places: Int, _ expected: String) {
    #expect(NumberFormat.decimal(value, places: places) == expected)
  }

  @Test(
    arguments: [
      (1234.5, 2, "1.234,5"), (0.125, 2, "0,13"), (-0.125, 2, "-0,13"), (2, 2, "2"), (0.004, 2, "0"),
      (1e6, 0, "1.000.000"),
      (-0.001, 1, "0"), (3.14159, 4, "3,1416"), (.nan, 2, nil), (.infinity, 2, nil), (1e300, 2, nil),
    ] as [(Double, Int, String?)])
  func doubles(_ value: Double, _ places: Int, _ expected: String?) {
    #expect(NumberFormat.decimal(value, maximumPlaces: places) == expected)
  }

  @Test(arguments: [
    (0, "0\u{A0}byte"), (999, "999\u{A0}byte"), (1000, "1\u{A0}kB"), (1049, "1\u{A0}kB"),
    (1050, "1,1\u{A0}kB"),
    (1_500_000, "1,5\u{A0}MB"), (9_940, "9,9\u{A0}kB"), (9_949, "9,9\u{A0}kB"), (9_950, "10\u{A0}kB"),
    (48_400, "48\u{A0}kB"),
    (999_499, "999\u{A0}kB"), (999_500, "1\u{A0}MB"), (2_000_000_000, "2\u{A0}GB"),
    (15_500_000, "16\u{A0}MB"),
    (1_500_000_000_000, "1,5\u{A0}TB"), (5_000_000_000_000_000, "5.000\u{A0}TB"),
  ])
  func bytes(_ count: Int, _ expected: String) {
    #expect(NumberFormat.bytes(count) == expected)
  }
}
