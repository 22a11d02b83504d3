import Diagnostics

/// Why a line that was meant as a heading is none.
public enum HeadingSlip: Sendable {
  /// `##Đề mục`; `words` begin the heading.
  case noSpace(marks: String, words: String)
  /// `**Đề mục**` right above text; `words` are those between the marks.
  case bold(words: String)

  var words: (vi: String, en: String) {
    switch self {
    case .noSpace(let marks, _):
      (
        "thiếu dấu cách sau “\(marks)”, nên dòng này không thành đề mục",
        "there is no space after “\(marks)”, so this line is no heading"
      )
    case .bold(let words):
      (
        "dòng in đậm “\(words)” có vẻ là đề mục, nhưng sẽ dính liền vào dòng chữ bên dưới",
        "the bold line “\(words)” seems to be a heading, but will run together with the text below"
      )
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .noSpace(let marks, let words):
      (
        "thêm một dấu cách sau “\(marks)”: “\(marks) \(words)”; vungxanh fix cũng sửa được",
        "add a space after “\(marks)”: “\(marks) \(words)”; vungxanh fix does it too"
      )
    case .bold(let words):
      (
        "viết thành đề mục bằng “## ”: “## \(words)”; hoặc để một dòng trống bên dưới",
        "make a heading of it with “## ”: “## \(words)”; or leave a blank line below"
      )
    }
  }
}

/// Why lines that were meant as a list are none.
public enum ListSlip: Sendable {
  /// `-một`, `1.Một`.
  case noSpace(mark: String, words: String)
  /// `– một`, `o một`.
  case wrongMark(String, words: String)
  /// `a)` and `b)` on lines that Markdown puts together.
  case runTogether(String, String)
  /// `2.` right below text.
  case lateNumber(String)

  var words: (vi: String, en: String) {
    switch self {
    case .noSpace(let mark, _):
      (
        "thiếu dấu cách sau “\(mark)”, nên dòng này không thành mục của danh sách",
        "there is no space after “\(mark)”, so this line is no item of a list"
      )
    case .wrongMark(let mark, _):
      (
        "dấu “\(mark)” ở đầu dòng không tạo thành danh sách",
        "“\(mark)” at the start of a line makes no list"
      )
    case .runTogether(let first, let second):
      (
        "dòng “\(second)” sẽ dính liền vào dòng “\(first)” ở trên",
        "the line “\(second)” will run together with the line “\(first)” above"
      )
    case .lateNumber(let mark):
      (
        "“\(mark)” ngay dưới một dòng chữ không mở đầu được danh sách và sẽ dính vào dòng trên",
        "“\(mark)” right below a line of text begins no list, and will run together with it"
      )
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .noSpace(let mark, let words):
      (
        "thêm một dấu cách sau “\(mark)”: “\(mark) \(words)”; vungxanh fix cũng sửa được",
        "add a space after “\(mark)”: “\(mark) \(words)”; vungxanh fix does it too"
      )
    case .wrongMark(_, let words):
      (
        "bắt đầu mỗi dòng bằng dấu trừ và một dấu cách: “- \(words)”",
        "begin each line with a hyphen and a space: “- \(words)”"
      )
    case .runTogether(_, let second):
      (
        "để một dòng trống trước “\(second)”, hoặc viết thành danh sách bằng “1. ”, “2. ” hay “- ”",
        "leave a blank line before “\(second)”, or make a list with “1. ”, “2. ” or “- ”"
      )
    case .lateNumber(let mark):
      ("để một dòng trống trước “\(mark)”", "leave a blank line before “\(mark)”")
    }
  }
}

/// Why lines that were meant as a table are none. `rule` is the row of dashes that the table needs.
public enum TableSlip: Sendable {
  case noRule(rule: String)
  case otherColumns(names: Int, dashes: Int, rule: String)
  /// Cells with tabs between them, as spreadsheets copy them; `row` is the first in Markdown.
  case tabs(row: String, rule: String)

  var words: (vi: String, en: String) {
    switch self {
    case .noRule:
      (
        "các dòng có dấu | này không thành bảng: thiếu dòng gạch dưới dòng tên cột",
        "these lines with | are no table: the row of dashes below the first is missing"
      )
    case .otherColumns(let names, let dashes, _):
      (
        "không thành bảng: dòng tên cột có \(names) ô, dòng gạch bên dưới lại có \(dashes) ô",
        "this is no table: the names have \(names) columns, the row of dashes \(dashes)"
      )
    case .tabs:
      (
        "các ô cách nhau bằng dấu tab, như khi chép từ Excel, không thành bảng và sẽ dính vào nhau",
        "cells with tabs between them, as copied from Excel, are no table and will run together"
      )
    }
  }

  var remedy: (vi: String, en: String) {
    switch self {
    case .noRule(let rule):
      ("thêm dưới dòng tên cột dòng này: \(rule)", "add below the names of the columns: \(rule)")
    case .otherColumns(_, _, let rule):
      ("viết dòng gạch cho đủ số cột: \(rule)", "write dashes for each column: \(rule)")
    case .tabs(let row, let rule):
      (
        "viết dấu | quanh mỗi ô, “\(row)”, rồi thêm dòng thứ hai: \(rule)",
        "write | around each cell, “\(row)”, and add as the second line: \(rule)"
      )
    }
  }
}
