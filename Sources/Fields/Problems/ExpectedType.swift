import Diagnostics

/// What a value should have been.
public enum ExpectedType: Sendable {
  case text, truth, number, list, map, date, textOrList
}

extension ExpectedType {
  var name: (vi: String, en: String) {
    switch self {
    case .text: ("một dòng chữ", "text")
    case .truth: ("true hoặc false", "true or false")
    case .number: ("một số nguyên", "a whole number")
    case .list: ("một danh sách", "a list")
    case .map: ("một nhóm “tên: giá trị”", "a group of “key: value”")
    case .date: ("một ngày", "a date")
    case .textOrList: ("chữ hoặc danh sách chữ", "text, or a list of texts")
    }
  }

  func example(of key: String) -> String {
    switch self {
    case .text where key == "owner" || key == "body": "UBND phường Mẫu"
    case .text where ["author", "approved_by", "responsible", "signed_by"].contains(key): "Nguyễn Văn Mẫu"
    case .text where key == "url": "https://phuong.example/"
    case .text: "Mật khẩu mạnh"
    case .truth: "true"
    case .number: "10"
    case .list, .textOrList:
      switch key {
      case "audience", "audiences": "[tre-em, phu-huynh]"
      case "portals": "[cong-vi]"
      case "aliases": "[/cu/mat-khau.html]"
      case "related", "pages", "hide": "[huong-dan/mat-khau.md]"
      case "sections": "[cam-nang/_index.md]"
      case "also_publish": "[xac-nhan.txt]"
      default: "[an toàn, mật khẩu]"
      }
    case .map where key == "image": "{ src: cay.jpg, alt: … }"
    case .map where key == "show": "{ sections: [cam-nang/_index.md] }"
    case .map where key == "menu": "[{ title: …, page: … }]"
    case .map where key == "attachments": "[{ file: …, title: … }]"
    case .map where key == "audiences": "[{ id: …, name: … }]"
    case .map where key == "check_ignore": "[{ rule: …, reason: … }]"
    case .map where key == "check": "{ description-too-short: off }"
    case .map: "{ name: …, url: … }"
    case .date: "2026-11-23"
    }
  }
}
