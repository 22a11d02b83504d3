import Documents
import Files
import Glibc
import LibYAML
import Markdown
import Vietnamese

/// What a machine is like, as far as the tool depends on it.
package struct Machine: Sendable {
  /// Versions as the libraries say them.
  var markdownLibrary: String
  var yamlLibrary: String
  var curlLibrary: String
  var zipLibrary: String
  var pdfLibrary: String
  var cores: Int
  /// What the environment says of languages: `C.UTF-8`; `C` when it says nothing.
  var locale: String
  var today: CalendarDate
  /// How many folders may be watched for changes; nil where the system does not say.
  var watchLimit: Int?
  /// Where the tool's own theme lies.
  var homeTheme: Result<HomeTheme, StartFailure>

  /// The machine that this runs on.
  ///
  /// - Parameters:
  ///   - curlLibrary: the version of libcurl, which another module knows.
  ///   - environment: the value of an environment variable.
  package init(curlLibrary: String, environment: (String) -> String?) {
    markdownLibrary = Markdown.parserVersion
    yamlLibrary = String(cString: yaml_get_version_string())
    self.curlLibrary = curlLibrary
    zipLibrary = LibraryVersions.zip
    pdfLibrary = LibraryVersions.qpdf
    cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    // The order in which the C library looks.
    locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty } ?? "C"
    today = .today(secondsSince1970: time(nil))
    watchLimit = (try? Disk.readStart("/proc/sys/fs/inotify/max_user_watches", limit: 32)).flatMap {
      Int(String(decoding: $0, as: UTF8.self).trimmed)
    }
    homeTheme = HomeTheme.find(home: environment("VUNGXANH_HOME"), executable: "/proc/self/exe")
  }
}
