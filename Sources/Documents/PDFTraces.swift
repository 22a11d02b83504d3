import Glibc
import LibQPDF

extension DocumentTraces {
  /// Annotations are looked for on so many pages.
  private static let mostPages = 1000

  /// What people leave on a page, unlike links, fields of forms and printers' marks (ISO 32000-2, §12.5.6).
  private static let markup: Set = [
    "/Text", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine", "/Highlight", "/Underline",
    "/Squiggly", "/StrikeOut", "/Caret", "/Ink", "/Stamp", "/FileAttachment", "/Sound",
  ]

  /// - Returns: nil for a file that is no PDF, or one that cannot be read without a password.
  public init?(pdf path: String) {
    var pdf = qpdf_init()
    defer {
      // What nobody asked for, it would print in the end.
      while qpdf_has_error(pdf) != 0 { _ = qpdf_get_error(pdf) }
      qpdf_cleanup(&pdf)
    }
    qpdf_silence_errors(pdf)
    qpdf_set_suppress_warnings(pdf, QPDF_TRUE)
    // A warning leaves the lowest bit of an error clear.
    guard qpdf_read(pdf, path, nil) & 2 == 0, let pdf else { return nil }
    let information = qpdf_oh_get_key(pdf, qpdf_get_trailer(pdf), "/Info")
    if qpdf_oh_is_dictionary(pdf, information) != 0 { add(name: "/Author", of: information, pdf) }
    let root = qpdf_get_root(pdf)
    if qpdf_oh_is_dictionary(pdf, root) != 0 {
      let metadata = qpdf_oh_get_key(pdf, root, "/Metadata")
      let text = XMLText(bytes: Self.stream(metadata, of: pdf))
      text.contents(of: "dc:creator").forEach { add(name: $0) }
    }
    for number in 0..<min(max(0, qpdf_get_num_pages(pdf)), CInt(Self.mostPages)) {
      readAnnotations(of: qpdf_get_page_n(pdf, Int(number)), pdf)
    }
  }

  private static func stream(_ object: qpdf_oh, of pdf: qpdf_data) -> [UInt8] {
    guard qpdf_oh_is_stream(pdf, object) != 0 else { return [] }
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    let code = qpdf_oh_get_stream_data(pdf, object, qpdf_dl_generalized, nil, &buffer, &length)
    defer { free(buffer) }
    guard code & 2 == 0, let buffer else { return [] }
    return [UInt8](UnsafeBufferPointer(start: buffer, count: length))
  }

  private mutating func readAnnotations(of page: qpdf_oh, _ pdf: qpdf_data) {
    defer { qpdf_oh_release_all(pdf) }
    guard qpdf_oh_is_dictionary(pdf, page) != 0 else { return }
    let list = qpdf_oh_get_key(pdf, page, "/Annots")
    guard qpdf_oh_is_array(pdf, list) != 0 else { return }
    for index in 0..<qpdf_oh_get_array_n_items(pdf, list) {
      let annotation = qpdf_oh_get_array_item(pdf, list, index)
      guard qpdf_oh_is_dictionary(pdf, annotation) != 0 else { continue }
      let type = qpdf_oh_get_key(pdf, annotation, "/Subtype")
      guard qpdf_oh_is_name(pdf, type) != 0, let name = qpdf_oh_get_name(pdf, type),
        Self.markup.contains(String(cString: name))
      else { continue }
      hasComments = true
      add(name: "/T", of: annotation, pdf)
    }
  }

  private mutating func add(name key: String, of dictionary: qpdf_oh, _ pdf: qpdf_data) {
    let value = qpdf_oh_get_key(pdf, dictionary, key)
    guard qpdf_oh_is_string(pdf, value) != 0, let text = qpdf_oh_get_utf8_value(pdf, value) else { return }
    add(name: String(cString: text))
  }
}
