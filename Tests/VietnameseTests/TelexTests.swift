import Testing
import Vietnamese

@Suite struct TelexTests {
  @Test(arguments: [
    ("neư", "new"), ("previeư", "preview"), ("fĩ", "fix"), ("doctỏ", "doctor"), ("dổct", "doctor"),
    ("néư", "news"), ("neứ", "news"), ("handbôk", "handbook"), ("câmpign", "campaign"),
    ("--pỏtal", "--portal"), ("--potảl", "--portal"), ("--fỏmat", "--format"), ("--línk", "--links"),
    ("--ỉntanet", "--intranet"), ("--drát", "--drafts"), ("--nóte", "--notes"), ("--véion", "--version"),
    ("--yé", "--yes"), ("--jób", "--jobs"), ("--ủl", "--url"), ("đ", "dd"), ("hưo", "huow"),
    ("ne\u{1B0}", "new"), ("neu\u{31B}", "new"),
  ])
  func aWordIsFoundBehindWhatTheInputMethodMadeOfIt(typed: String, name: String) {
    #expect(Telex.mayGive(typed, from: name))
  }

  @Test(arguments: [
    ("new", "new"),  // nothing was taken for a mark
    ("neu", "new"), ("neư", "news"), ("néư", "new"), ("fì", "fix"), ("ẫ", "fix"), ("mẹo", "tip"), ("", "new"),
    ("новый", "new"), ("“new”", "new"), ("--pỏtal", "--port"),
  ])
  func otherWordsAreNot(typed: String, name: String) { #expect(!Telex.mayGive(typed, from: name)) }
}
