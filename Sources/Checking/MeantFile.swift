import Generator

extension PageReferences {
  /// The file that an address with blanks stands for: the one it names, else the nearest by name.
  func file(meantBy address: String) -> String? {
    let found = page(address)
    if case .success = found { return address }
    if case .failure(.wrong(.missingPage(_, let nearest))) = found { return nearest }
    switch asset(address) {
    case .success: return address
    case .failure(.wrong(.missingFile(_, let nearest))), .failure(.wrong(.missingPage(_, let nearest))):
      return nearest
    case .failure: return nil
    }
  }
}
