import Templates

/// What an official paper is cited by.
struct IssueView: View {
  let drawing: Drawing
  let issue: Page.Issue

  static let fields = Fields<IssueView>(
    "issue",
    [
      .text("number", "its number and mark, as 287/KH-UBND") { $0.issue.number },
      .text("issuer", "the body that issued it") { $0.issue.issuer },
      .text("signed_by", "who signed it") { $0.issue.signer },
      .text("issued", "the day it was issued, in words") { $0.issue.issued.map($0.drawing.words) },
      .text("issued_iso", "the same as 2026-11-23") { $0.issue.issued?.iso },
      .text("effective", "the day it began to hold, in words") { $0.issue.effective.map($0.drawing.words) },
      .text("ended", "the day it ceased to hold, in words") { $0.issue.ended.map($0.drawing.words) },
      .flag("is_over", "whether it has ceased to hold on the day of the build") { view in
        view.issue.ended.map { $0 <= view.drawing.today } ?? false
      },
    ])
}
