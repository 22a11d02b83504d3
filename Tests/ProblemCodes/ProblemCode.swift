import Diagnostics
import Glibc
import Synchronization

/// Tests of behaviour read by this what the product reported to them: each code is noted in the file that `VUNGXANH_CODES`
/// names, a line each, and `Tests/EndToEnd/check_codes.py` wants to find all that there are. Tests of wording, which make the
/// problems themselves, read `report`.
extension Problem {
  package var met: Report {
    let report = report
    codes.note(report.code)
    return report
  }

  package var code: String { met.code }
}

private let codes = MetCodes()

private final class MetCodes: Sendable {
  private let noted: Mutex<Set<String>>?

  init() { noted = getenv("VUNGXANH_CODES") == nil ? nil : Mutex([]) }

  func note(_ code: String) {
    noted?.withLock { noted in
      guard noted.insert(code).inserted, let path = getenv("VUNGXANH_CODES"), let file = fopen(path, "a")
      else { return }
      fputs(code + "\n", file)
      fclose(file)
    }
  }
}
