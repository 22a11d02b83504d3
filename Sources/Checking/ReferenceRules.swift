import Addresses
import Diagnostics
import Generator
import Markdown

/// What leads from the page to other sites and to files, for the rules that look at all pages.
extension PageCheck {
  mutating func collectReferences() {
    for use in page.body.uses {
      guard case .file(let file, let isShown) = use.target else { continue }
      let place = place(of: use.written, afterAny: "](", line: Int(use.line))
      files.append(FileUse(file: file, isPicture: isShown, place: place))
    }
    for link in outline.links {
      switch Address.scheme(of: link.destination) {
      case "http", "https":
        // What preview shows is refused as such.
        guard Address.pathOfPreview(link.destination) == nil else { continue }
        let place = place(of: link.destination, afterAny: "](", line: link.line)
        webLinks.append(
          OutsideLink(
            url: link.destination, path: page.path, place: place, text: link.isPicture ? "" : link.text))
      case "tel", "sms": checkNumber(of: link)
      default: continue
      }
    }
    for field in fields.value("source")?.texts ?? [] where field.key == "url" {
      webLinks.append(
        OutsideLink(url: field.text, path: page.path, place: fields.place(of: field.value), text: ""))
    }
    for (field, key, isPicture) in [("image", "src", true), ("attachments", "file", false)] {
      for named in fields.value(field)?.texts ?? [] where named.key == key {
        guard let file = try? references.asset(named.text).get() else { continue }
        files.append(FileUse(file: file, isPicture: isPicture, place: fields.place(of: named.value)))
      }
    }
  }

  /// Who reads one number and dials another may wait for help in vain.
  private mutating func checkNumber(of link: Outline.Link) {
    let address = link.destination.drop { $0 != ":" }.dropFirst().prefix { $0 != "?" }
    guard !link.isPicture, let dialled = PhoneNumber(Address.decoded(String(address)) ?? ""),
      PhoneNumber.isNamed(in: link.text),
      !PhoneNumber.readings(of: link.text).contains(where: { $0.isDialled(by: dialled) })
    else { return }
    let problem = WebLinkProblem.textNamesOtherNumber(text: link.text, number: String(address))
    find(problem, at: place(of: link.text, afterAny: "[", line: link.line))
  }
}
