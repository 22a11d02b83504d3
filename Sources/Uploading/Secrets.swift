/// Where passwords come from: never from publish.yaml.
package struct Secrets: Sendable {
  /// The value of an environment variable.
  package var environment: @Sendable (String) -> String? = { _ in nil }
  /// The user's folder.
  package var home = ""
  /// Asks a person for the password of a place; nil where nobody can be asked.
  package var ask: (@Sendable (_ place: String) -> String?)?

  package init() {}

  func question(about place: String) -> (@Sendable () -> String?)? {
    guard let ask else { return nil }
    return { ask(place) }
  }

  /// `VUNGXANH_PASSWORD_` and the target's name in capitals, or `VUNGXANH_PASSWORD`.
  func password(of target: String) -> String? {
    let name = String(target.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    return environment("VUNGXANH_PASSWORD_" + name) ?? environment("VUNGXANH_PASSWORD")
  }
}
