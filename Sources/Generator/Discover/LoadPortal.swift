import Addresses
import Diagnostics
import Fields
import Vietnamese

/// Reads what a unit declares of its portal.
extension ProjectLoader {
  func portal(id: String, path: String, _ reader: inout FieldReader, _ defaults: ProjectFields) -> Portal {
    var fields = PortalFields(
      portal: Portal(id: id, path: path, of: defaults), audiences: defaults.audiences.map(\.id))
    PortalFields.fields.read(into: &fields, &reader)
    if fields.portal.title.isEmpty { fields.portal.title = fields.portal.name }
    fields.portal.state = fields.state ?? (fields.url?.isSample == false ? .live : .sample)
    let portal = fields.portal
    checkPlaceholders(&reader, isLive: portal.state == .live)
    checkContacts(&reader, portal)
    if portal.state == .live, portal.url.isSample, let value = reader.value("url") {
      reader.report(PortalProblem.sampleAddress(value.text ?? ""), at: value)
    }
    return portal
  }

  /// What readers could neither call nor write to; what is missing or still to be filled in is told elsewhere.
  private func checkContacts(_ reader: inout FieldReader, _ portal: Portal) {
    let isReached = [
      ("email", portal.email, portal.email.contains("@")),
      ("phone", portal.phone, portal.phone.contains(where: \.isNumber)),
    ]
    for (key, text, isGood) in isReached where !isGood && !text.isEmpty && !text.isPlaceholder {
      reader.report(FrontMatterProblem.badContact(key, text), at: reader.value(key))
    }
  }

  /// Texts that the unit has still to supply: its own, and those of the menu.
  func checkPlaceholders(_ reader: inout FieldReader, isLive: Bool) {
    for entry in reader.entries {
      for field in [entry].texts where field.text.isPlaceholder {
        if isLive {
          reader.report(PortalProblem.toFillInOnLive(key: entry.key, text: field.text), at: field.value)
        } else {
          reader.report(PortalProblem.toFillIn(key: entry.key, text: field.text), at: field.value, as: .note)
        }
      }
    }
  }
}
