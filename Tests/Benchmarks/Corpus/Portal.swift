/// What a portal says of itself, the same in every generator's own form.
struct Portal {
  /// From 1.
  let number: Int

  var id: String { "portal-\(number)" }
  var name: String { "Phường số \(number)" }
  var title: String { "Vùng xanh phường số \(number)" }
  var url: String { "https://\(id).example/" }
  var body: String { "UBND phường số \(number)" }
  var address: String { "Trụ sở UBND phường số \(number)" }
  var email: String { "hop-thu@\(id).example" }
  static let parentBody = "UBND thành phố"
  static let responsible = "Người phụ trách nội dung"
  static let phone = "115"
}
