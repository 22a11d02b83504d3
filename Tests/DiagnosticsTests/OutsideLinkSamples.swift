import WebLinks
import Diagnostics

extension ProblemSamples {
  static let outsideLinks: [any Problem] =
    [404, 403, 500].map { OutsideLinkProblem.broken("https://ngoai.example/a", status: $0) }
    + [
      LinkFailure.malformed, .noSuchHost, .noConnection, .noAnswerInTime, .tooManyRedirects,
      .redirectOffTheWeb, .insecure("SSL certificate problem: certificate has expired"),
      .other("Failure when receiving data from the peer"),
    ].map { OutsideLinkProblem.unreachable("https://ngoai.example/a", $0) }
    + [
      OutsideLinkProblem.moved("http://ngoai.example/a", to: "https://ngoai.example/b"),
      .privateNetwork("http://192.168.1.2/"), .skipped(count: 12),
    ]
}
