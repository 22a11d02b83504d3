import Vietnamese

extension YAML {
  struct Text {
    /// The key it stands under, its own or that of the list it is in.
    let key: String
    /// In NFC.
    let text: String
    let value: YAML
  }

  /// In NFC; nil for what is no single text.
  var text: String? { if case .scalar(let text, _) = content { NFC.normalize(text) } else { nil } }

  /// Every text in this value, however deep.
  var texts: [Text] { texts(under: "") }

  fileprivate func texts(under key: String) -> [Text] {
    switch content {
    case .scalar(let text, _): [Text(key: key, text: NFC.normalize(text), value: self)]
    case .list(let items): items.flatMap { $0.texts(under: key) }
    case .map(let entries): entries.texts
    }
  }
}

extension [YAML.Entry] {
  var texts: [YAML.Text] { flatMap { $0.value.texts(under: $0.key) } }
}
