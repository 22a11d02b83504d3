import Generator

/// The `vungxanh` of a project: a script by which the handbook's commands work in the project's own folder.
enum ProjectLauncher {
  static let name = "vungxanh"

  /// - Parameter tool: the absolute path of the program, or of the launcher that keeps it current.
  static func script(calling tool: String) -> [UInt8] {
    let quoted =
      "'" + tool.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    return Array(
      """
      #!/bin/sh
      # Gọi công cụ VungXanh ngay trong thư mục dự án này: ./vungxanh build
      # Dự án chuyển sang máy khác thì sửa dòng tool=… cho đúng nơi cài công cụ, hoặc đặt biến VUNGXANH_HOME.
      tool=\(quoted)
      if [ -n "${VUNGXANH_HOME-}" ]; then tool=$VUNGXANH_HOME/vungxanh
      elif [ ! -x "$tool" ] && [ -x /usr/bin/vungxanh ]; then tool=/usr/bin/vungxanh
      fi
      if [ ! -x "$tool" ]; then
        echo "lỗi: không thấy công cụ VungXanh ở “$tool”. Cán bộ công nghệ thông tin sửa dòng tool=… trong tệp $0." >&2
        echo "error: VungXanh is not at “$tool”. Mend the line tool=… in $0." >&2
        exit 1
      fi
      VUNGXANH_CALLED_AS=$0
      export VUNGXANH_CALLED_AS
      exec "$tool" "$@"

      """.utf8)
  }
}
