import Addresses
import Diagnostics
import Fields
import Vietnamese

/// Reads what a unit declares of its portal.
extension ProjectLoader {
  func portal(
    id: String, path: String, _ reader: inout FieldReader, _ defaults: Defaults
  ) -> Portal {
    let name = reader.requiredText("name")
    let url = reader.requiredText("url")
    let parsed = PortalURL(url)
    if parsed == nil, !url.isEmpty { reader.report(FrontMatterProblem.badURL(url), at: reader.value("url")) }
    let accent = accent(&reader)
    let own = reader.value("menu") == nil ? nil : menu(&reader)
    let show = reader.map("show", schema: .show) { reader -> Portal.Show? in
      Portal.Show(
        sections: references("sections", &reader), audiences: audiences(&reader, defaults),
        pages: references("pages", &reader))
    }
    let (responsible, address) = (reader.requiredText("responsible"), reader.requiredText("address"))
    let (phone, email) = (reader.requiredText("phone"), reader.requiredText("email"))
    let pending = Portal.Pending(
      responsible: responsible.isPlaceholder, address: address.isPlaceholder, phone: phone.isPlaceholder,
      email: email.isPlaceholder)
    let portal = Portal(
      id: id, name: name, title: reader.text("title") ?? name, description: reader.text("description") ?? "",
      kind: reader.choice("kind", Portal.Kind.self) ?? .other,
      url: parsed ?? PortalURL(origin: "https://example", path: "/"), body: reader.requiredText("body"),
      parentBody: reader.text("parent_body"), responsible: responsible, address: address, phone: phone,
      email: email,
      pending: pending, accent: accent,
      emblem: references("emblem", &reader).first, menu: own ?? defaults.menu,
      menuIsShared: own == nil,
      show: show ?? Portal.Show(), hidden: references("hide", &reader),
      state: reader.choice("state", Portal.State.self) ?? (parsed?.isSample == false ? .live : .sample),
      alsoPublished: references("also_publish", &reader),
      language: reader.choice("language", Language.self) ?? defaults.language,
      theme: theme(&reader) ?? defaults.theme,
      canonical: reader.choice("canonical", Portal.Canonical.self) ?? .main,
      searchesAll: reader.choice("search", Portal.SearchScope.self) == .all,
      isSecureOnly: reader.truth("https_only"), path: path)
    checkPlaceholders(&reader, isLive: portal.state == .live)
    checkContacts(&reader, portal)
    if portal.state == .live, portal.url.isSample, let value = reader.value("url") {
      reader.report(PortalProblem.sampleAddress(url), at: value)
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

  /// The portal's colour, darkened where white on it would be hard to read.
  private func accent(_ reader: inout FieldReader) -> String? {
    guard let text = reader.text("accent") else { return nil }
    guard let accent = Accent(text) else {
      reader.report(FrontMatterProblem.badColour(text), at: reader.value("accent"))
      return nil
    }
    let readable = accent.readable
    if readable != accent {
      reader.report(
        FrontMatterProblem.paleAccent(
          text, contrast: accent.contrastWithWhite, instead: readable.hex,
          better: readable.contrastWithWhite),
        at: reader.value("accent"), as: .warning)
    }
    return readable.hex
  }

  private func audiences(_ reader: inout FieldReader, _ defaults: Defaults) -> [String] {
    let known = defaults.audiences.map(\.id)
    return reader.texts("audiences").compactMap { text, value in
      if known.contains(text) { return text }
      reader.report(
        FrontMatterProblem.unknownValue(
          text, of: "audiences", nearest: nearest(to: text, among: known), known: known),
        at: value)
      return nil
    }
  }
}
