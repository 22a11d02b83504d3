/// What a file's first bytes say it is.
public enum FileFormat: String, Sendable, CaseIterable {
  case pdf, zip, oldOffice, rtf, png, jpeg, gif, webp, svg, mp3, mp4, program, html

  package var name: (vi: String, en: String) {
    switch self {
    case .oldOffice: ("tệp Office đời cũ hoặc có đặt mật khẩu", "an old or password-protected Office file")
    case .program: ("chương trình Windows hoặc Linux", "a program for Windows or Linux")
    case .html: ("trang web (HTML)", "a web page (HTML)")
    case .zip: ("tệp nén ZIP", "a ZIP archive")
    case .pdf, .rtf, .png, .gif, .svg, .mp3, .mp4: (rawValue.uppercased(), rawValue.uppercased())
    case .jpeg: ("JPEG", "JPEG")
    case .webp: ("WebP", "WebP")
    }
  }
}
