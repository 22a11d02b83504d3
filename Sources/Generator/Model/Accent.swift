import Glibc

/// A portal's colour, in which white text and links must be readable.
struct Accent: Equatable, Sendable {
  private let red: Double
  private let green: Double
  private let blue: Double

  /// What WCAG 2.2 asks of usual text, level AA (success criterion 1.4.3).
  static let leastContrast = 4.5

  /// Takes `#0b6e4f`; nil for any other form.
  init?(_ text: String) {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
      digits.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let value = UInt32(String(Substring(digits)), radix: 16)
    else { return nil }
    self.init(
      red: Double(value >> 16) / 255, green: Double(value >> 8 & 0xFF) / 255, blue: Double(value & 0xFF) / 255
    )
  }

  private init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#0b6e4f`.
  var hex: String {
    "#"
      + [red, green, blue].map { channel in
        let digits = String(Int((channel * 255).rounded()), radix: 16)
        return digits.utf8.count < 2 ? "0" + digits : digits
      }.joined()
  }

  /// The contrast with white, 1 to 21 (WCAG 2.2, “contrast ratio” and “relative luminance”).
  var contrastWithWhite: Double {
    func linear(_ channel: Double) -> Double {
      channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    let luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    return 1.05 / (luminance + 0.05)
  }

  /// This colour, or the lightest of the same hue that is dark enough.
  var readable: Accent {
    var shade = self
    var share = 100.0
    while shade.contrastWithWhite < Self.leastContrast, share > 0 {
      share -= 1
      let darker = Accent(red: red * share / 100, green: green * share / 100, blue: blue * share / 100)
      // What is printed is what is judged: eight bits a channel.
      shade = Accent(darker.hex) ?? darker
    }
    return shade
  }
}
