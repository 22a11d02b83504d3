import Preview
import Diagnostics

extension ProblemSamples {
  static let preview: [any Problem] = [PreviewProblem.noPort, PreviewProblem.cannotWatch(errno: 28)]
}
