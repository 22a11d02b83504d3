import Publishing
import Diagnostics
import Files

/// What a telephone that keeps the portal on its home screen calls it.
struct ManifestFile: OutputSource {
  var turn: PublishingTurn { .file }

  func declare(_ draft: SiteDraft, into addresses: inout AddressBook) {
    addresses.add(WebManifest.route, .manifest)
  }

  func append(_ output: Output, of drawing: Drawing, to bytes: inout [UInt8]) throws(Disk.Failure)
    -> [Diagnostic]
  {
    WebManifest(portal: drawing.portal, assets: drawing.theme.assets).append(to: &bytes)
    return []
  }
}
