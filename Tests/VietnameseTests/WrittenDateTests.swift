import Testing
import Vietnamese

@Suite struct WrittenDateTests {
  private static let day = CalendarDate(iso: "2026-11-05")!

  @Test func takesWhatPeopleWrite() {
    #expect(WrittenDate("2026-11-05") == .iso(Self.day))
    for text in ["5/11/2026", "05/11/2026", "5-11-2026", "5.11.2026", "2026-11-5", "2026/11/05", "2026.11.5"]
    {
      #expect(WrittenDate(text) == .other(Self.day), "\(text)")
    }
  }

  @Test func tellsNoSuchDayFromNoDay() {
    for text in ["30/2/2026", "2026-13-01", "2026-02-30", "0/1/2026", "1/1/0000"] {
      #expect(WrittenDate(text) == .impossible, "\(text)")
    }
    for text in [
      "", "5/11/26", "5/11", "5/11/2026/1", "5/11-2026", "5//2026", "/11/2026", "-5/11/2026", "５/11/2026",
      "5/011/2026", "2026-011-5", "5 11 2026", "20261105",
    ] {
      #expect(WrittenDate(text) == .unreadable, "\(text)")
    }
  }
}
