import ArgumentParser
import Diagnostics
import Generator
import Starting
import WebLinks

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Xem máy này đã đủ thứ cần thiết chưa. (Says whether this machine has what is needed.)",
    discussion: """
      Xem thư viện, ổ đĩa, bảng mã, đồng hồ và, trong một dự án, content/, themes/, site/. Không sửa gì cả.

      ✓ tốt   ! nên để ý   ✗ phải sửa; có ✗ thì kết thúc với mã 1.

      Ví dụ:
        vungxanh doctor
        vungxanh doctor --project ../phuong-moi --lang en
      """)

  @OptionGroup var place: ProjectFolder

  @OptionGroup var speech: LanguageOption

  func run() throws {
    let workplace = Workplace(place.root)
    let language = speech.language(of: workplace.language)
    let machine = Machine(curlLibrary: WebLinks.curlVersion, environment: variable)
    let findings = checkup(machine, workplace, isNamed: place.project != nil)
    for finding in findings { print(text(finding, in: language)) }
    let (errors, warnings) = (
      findings.count { $0.severity == .error }, findings.count { $0.severity == .warning }
    )
    if errors == 0, warnings == 0 {
      print(language == .vi ? "Mọi thứ đều tốt." : "All is well.")
    } else {
      print(
        language == .vi
          ? "\(errors) phải sửa, \(warnings) nên để ý." : "\(errors) to mend, \(warnings) to note.")
    }
    if errors > 0 { throw ExitCode.failure }
  }

  private func text(_ finding: Finding, in language: Language) -> String {
    let subject = language == .vi ? finding.vi : finding.en
    guard let phrase = finding.problem?.report.phrase(in: language) else { return "✓ \(subject)" }
    let remedy = language == .vi ? "cách sửa" : "remedy"
    return
      "\(finding.severity == .error ? "✗" : "!") \(subject): \(phrase.message)\n    \(remedy): \(phrase.remedy)"
  }
}
