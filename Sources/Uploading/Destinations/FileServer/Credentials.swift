/// How this machine makes itself known to a server, and knows it.
struct Credentials: Sendable {
  /// A private key's path, for SFTP.
  var key: String?
  /// A file of hosts' keys; `~/.ssh/known_hosts` where it is nil.
  var knownHosts: String?
  /// A file of certificates (PEM) that are trusted instead of the system's.
  var certificate: String?
  /// The password, where one was said in the environment.
  var password: String?
  /// Asks a person for it; nil where nobody can be asked.
  var ask: (@Sendable () -> String?)?
}
