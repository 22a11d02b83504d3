import Files

/// What stands at the address of a page that is no more: that it was there, and where to go on. Nothing of what it said.
struct GonePages: HTMLSource {
  var isPage: Bool { false }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    for (index, gone) in draft.site.gone.enumerated() where addresses.isFree(gone.route) {
      addresses.add(gone.route, .gone, item: Int32(index))
    }
  }

  func particulars(_ output: Output, of drawing: Drawing) -> [Fingerprint] {
    var builder = FingerprintBuilder()
    let gone = gone(output, of: drawing)
    builder.add(gone.day?.iso ?? "")
    builder.add(gone.isWithdrawn ? 1 : 0)
    return [builder.fingerprint]
  }

  func layout(_ output: Output, of drawing: Drawing) -> Layout { .gone }

  /// Themes that know of no such page have a word for one that is not found.
  func title(_ output: Output, of drawing: Drawing) -> String {
    let word = drawing.theme.word("gone")
    return word.isEmpty ? drawing.theme.word("not_found") : word
  }

  func appendStructuredData(_ view: RootView, to bytes: inout [UInt8]) {}

  func gone(_ output: Output, of drawing: Drawing) -> Site.Gone { drawing.site.gone[Int(output.item)] }
}
