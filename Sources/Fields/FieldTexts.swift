import Vietnamese

extension YAML {
  package struct Text {
    /// The key it stands under, its own or that of the list it is in.
    package let key: String
    /// In NFC.
    package let text: String
    package let value: YAML
  }

  /// Every text in this value, however deep.
  package var texts: [Text] { texts(under: "") }

  fileprivate func texts(under key: String) -> [Text] {
    switch content {
    case .scalar(let text, _): [Text(key: key, text: NFC.normalize(text), value: self)]
    case .list(let items): items.flatMap { $0.texts(under: key) }
    case .map(let entries): entries.texts
    }
  }
}

extension [YAML.Entry] {
  package var texts: [YAML.Text] { flatMap { $0.value.texts(under: $0.key) } }
}
