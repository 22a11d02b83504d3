import Diagnostics
import Files
import Vietnamese

/// A file that is YAML as a whole: site.yaml, portal.yaml, a theme's words.
package enum YAMLFile {
  package struct Failure: Error { package let diagnostic: Diagnostic }

  /// Large enough for any list of units; a larger file is a mistake.
  package static let limit = 1 << 20

  /// Reads a map; an empty file is an empty one.
  ///
  /// - Parameters:
  ///   - root: the project's folder.
  ///   - home: what links must not lead out of, a real path; the project's folder where it is nil.
  ///   - keys: the words that are keys where they begin a line.
  ///   - substitute: what stands for the file's bytes; nil to read them.
  ///   - warnings: receives what was most likely not meant as it is written.
  package static func read(
    _ shown: String, of root: String, within home: String? = nil, keys: Set<String>,
    substitute: [UInt8]? = nil, warnings: inout [Diagnostic]
  ) -> Result<[YAML.Entry], Failure> {
    let path = root + "/" + shown
    func fail(_ problem: any Problem, at place: Place = .file) -> Result<[YAML.Entry], Failure> {
      .failure(Failure(diagnostic: Diagnostic(problem, in: shown, at: place)))
    }
    var bytes: [UInt8]
    do throws(Disk.Failure) {
      if let substitute {
        bytes = substitute
      } else {
        if case .file(let size) = try Disk.kind(of: path), size > limit {
          return fail(FileProblem.tooLarge(size: size, limit: limit))
        }
        let home = if let home { home } else { try Disk.realPath(root) }
        bytes = try Disk.read(path, within: home)
      }
    } catch {
      return fail(FileProblem.unreadable(error.reason))
    }
    if let offset = bytes.firstInvalidUTF8 {
      return fail(FileProblem.invalidUTF8, at: .bytes(offset..<offset + 1))
    }
    if let run = NFC.tooLongRun(bytes) {
      return fail(FileProblem.tooManyMarks(limit: NFC.mostMarks), at: .bytes(run))
    }
    bytes = NFC.normalize(bytes)
    if let place = MergeMarks.place(in: bytes) { return fail(FileProblem.mergeMarks, at: place) }
    do throws(YAML.Failure) {
      guard
        let root = try bytes.withUnsafeBufferPointer({ (text) throws(YAML.Failure) in
          try YAML.parse(text, keys: keys)
        })
      else {
        return .success([])
      }
      guard case .map(let entries) = root.content else {
        return fail(DeclarationProblem.notAMap, at: root.mark.place(firstLine: 0))
      }
      warnings += YAMLReader(bytes).cutValues(of: 0..<bytes.count).map {
        $0.diagnostic(of: bytes, from: 0, firstLine: 0, in: shown)
      }
      return .success(entries)
    } catch {
      return fail(error.problem, at: error.mark.place(firstLine: 0))
    }
  }
}
