import Publishing
import Diagnostics
import Files

/// The pictures and other files of the content tree that the portal uses.
struct Assets: OutputSource {
  var turn: PublishingTurn { .file }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    for id in draft.files {
      let asset = draft.library.tree.assets[id]
      if let name = AssetRoute.partWithoutLetters(of: asset.path) {
        addresses.report(FileProblem.nameWithoutLetters(name), in: asset.shownPath)
        continue
      }
      let route = AssetRoute.route(of: asset.path)
      addresses.add(route, .asset, item: id.number, owner: asset.shownPath)
      guard route.hasPrefix(Site.searchFolder) else { continue }
      addresses.report(
        SiteProblem.sameRoute(route, other: AddressBook.generator, portal: addresses.portal),
        in: asset.shownPath)
    }
  }

  /// Its bytes are not read to find out whether they are the same.
  func fingerprint(_ output: Output, of drawing: Drawing) -> Fingerprint {
    var builder = FingerprintBuilder()
    builder.add(BuildCache.program)
    FileIdentity(of: drawing.asset(output.asset).diskPath)?.add(to: &builder)
    return builder.fingerprint
  }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    bytes += try drawing.asset(output.asset).publishedBytes()
    return []
  }
}

/// The style sheets, scripts and pictures of the theme.
struct ThemeFiles: OutputSource {
  var turn: PublishingTurn { .file }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    for (index, asset) in (draft.theme?.assets ?? []).enumerated() {
      addresses.add(asset.route, .themeFile, item: Int32(index), owner: "themes/")
    }
  }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    bytes += drawing.theme.assets[Int(output.item)].bytes
    return []
  }
}
