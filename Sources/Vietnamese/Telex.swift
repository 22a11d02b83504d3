/// What becomes of a plain word when a Vietnamese input method is on: Telex takes some of its letters for marks, so
/// that `new` becomes `neư` and `fix` becomes `fĩ`. VNI takes digits only, and leaves such words alone.
public enum Telex {
  /// Whether typing `name` with Telex on may give `typed`. False when nothing in it was taken for a mark.
  ///
  /// Input methods differ in whether a key marks a letter further back, and where they put the tone; hence every letter
  /// of the name has to be there, as itself or as its mark, but a mark may stand anywhere.
  public static func mayGive(_ typed: String, from name: String) -> Bool {
    let typed = Array(NFC.normalize(typed).unicodeScalars)
    let name = Array(name.unicodeScalars)
    guard typed.count <= name.count, typed.contains(where: { $0.value >= 0x80 }) else { return false }
    var readings: [Reading] = [Reading()]
    for scalar in typed {
      guard let choices = keys(of: scalar) else { return false }
      readings = readings.flatMap { reading in choices.map { reading.adding($0) } }
    }
    return readings.contains { $0.fits(name) }
  }

  /// Letters that stay, and keys that became marks.
  private struct Reading {
    var letters: [Unicode.Scalar] = []
    var marks: [Unicode.Scalar] = []

    func adding(_ keys: Reading) -> Reading {
      Reading(letters: letters + keys.letters, marks: marks + keys.marks)
    }

    func fits(_ name: [Unicode.Scalar]) -> Bool {
      var rest = name
      var start = 0
      for letter in letters {
        guard let place = name[start...].firstIndex(of: letter) else { return false }
        start = place + 1
      }
      for key in letters + marks {
        guard let place = rest.firstIndex(of: key) else { return false }
        rest.remove(at: place)
      }
      // A second tone takes the first one's place, whose key is then lost.
      return rest.isEmpty || marks.contains(where: toneKeys.contains) && rest.allSatisfy(toneKeys.contains)
    }
  }

  private static let toneKeys: [Unicode.Scalar] = ["s", "f", "r", "x", "j"]

  /// The ways to type a letter; nil for what Telex does not give.
  private static func keys(of scalar: Unicode.Scalar) -> [Reading]? {
    guard let letter = Letter(scalar.value) else {
      return scalar.isASCII ? [Reading(letters: [scalar])] : nil
    }
    let tone: [Unicode.Scalar] =
      switch letter.tone {
      case .ngang: []
      case .sắc: ["s"]
      case .huyền: ["f"]
      case .hỏi: ["r"]
      case .ngã: ["x"]
      case .nặng: ["j"]
      }
    let plain = Letter(index: letter.index, tone: .ngang, isUpper: false).scalar
    return switch plain {
    case "ă": [Reading(letters: ["a"], marks: ["w"] + tone)]
    case "â": [Reading(letters: ["a"], marks: ["a"] + tone)]
    case "đ": [Reading(letters: ["d"], marks: ["d"])]
    case "ê": [Reading(letters: ["e"], marks: ["e"] + tone)]
    case "ô": [Reading(letters: ["o"], marks: ["o"] + tone)]
    case "ơ": [Reading(letters: ["o"], marks: ["w"] + tone)]
    case "ư": [Reading(letters: ["w"], marks: tone), Reading(letters: ["u"], marks: ["w"] + tone)]
    default: [Reading(letters: [plain], marks: tone)]
    }
  }
}
