import LibQPDF
import LibZip

/// Of the libraries that are linked, as they say them.
public enum LibraryVersions {
  public static var zip: String { String(cString: zip_libzip_version()) }
  public static var qpdf: String { String(cString: qpdf_get_qpdf_version()) }
}
