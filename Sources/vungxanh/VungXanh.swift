import ArgumentParser

@main
struct VungXanh: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vungxanh",
    abstract: "Dựng cổng thông tin tĩnh từ các trang Markdown. (Builds static portals from Markdown.)",
    discussion: """
      Một cây nội dung, nhiều cổng: đọc content/ và themes/, ghi mỗi cổng vào một thư mục trong site/.

      Ví dụ:
        vungxanh build                     dựng mọi cổng của dự án ở đây
        vungxanh build --portal cong-vi    chỉ dựng một cổng
        vungxanh fix                       sửa lỗi gõ vô hại trong các bài
        vungxanh help build                các lựa chọn của lệnh build
      """,
    version: "0.1.0",
    subcommands: [BuildCommand.self, FixCommand.self])
}
