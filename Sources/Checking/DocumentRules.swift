import Diagnostics
import Documents
import Files

extension FileCheck {
  /// In bytes; larger ones are no documents to be read on a phone.
  private static let largestDocument = 200 << 20

  /// Who is named in a document, and what reviewers left in it.
  func traces(in format: FileFormat, size: Int) -> [HiddenDataProblem] {
    guard size <= Self.largestDocument else { return [] }
    let traces: DocumentTraces
    let program: HiddenDataProblem.Program
    switch format {
    case .pdf:
      guard let found = DocumentTraces(pdf: file.diskPath) else { return [] }
      (traces, program) = (found, .pdf)
    case .zip:
      guard let archive = ZipArchive(file.diskPath) else { return [] }
      traces = DocumentTraces(office: archive)
      program = ["odt", "ods", "odp"].contains(name.endings.last ?? "") ? .libreOffice : .office
    default: return []
    }
    var problems: [HiddenDataProblem] = []
    if !traces.names.isEmpty { problems.append(.people(name, traces.names, program)) }
    if traces.hasComments || traces.hasTrackedChanges {
      problems.append(
        .review(name, comments: traces.hasComments, changes: traces.hasTrackedChanges, program))
    }
    return problems
  }
}
