"""What the pictures of the handbook show besides the content of this project; nothing in it is about anybody."""

LINKED = """---
title: An toàn khi dùng mạng
description: Bốn điều nhớ nhanh để cả nhà dùng mạng an toàn.
date: 2026-11-24
owner: UBND quận Ba Đình
---

Danh sách số cần gọi, xem [tại đây](../tro-giup/duong-day-nong.md).
"""
PASTED = """---
title: Ba điều nhớ nhanh
description: Ba điều nhớ nhanh để cả nhà không bị lừa trên mạng.
date: 2026-11-24
---

Bà\u00a0con nhớ ba điều: không bấm,\u00a0không chuyển tiền, không đọc mã.
"""
TREE = """<svg xmlns="http://www.w3.org/2000/svg" width="560" height="240" viewBox="0 0 560 240"><rect width="560" height="240"
 fill="#dcefe8"/><path d="M0 200h560v40H0z" fill="#b9c9a9"/><path d="M330 200l60 40h-160z" fill="#e8e2d3"/><path d="M188 120h24v84h-24z"
 fill="#7a5c3e"/><g fill="#2f7d56"><circle cx="200" cy="90" r="66"/><circle cx="142" cy="112" r="42"/><circle cx="258" cy="112" r="42"/></g></svg>
"""
PAPER = """---
title: Văn bản mẫu về buổi nói chuyện an toàn trên mạng
type: document
description: Văn bản mẫu, chỉ để xem cách trình bày.
number: …/KH-UBND
issuer: UBND phường Cống Vị
issued: 2026-01-05
effective: 2026-01-05
ended: 2026-11-01
date: 2026-11-24
attachments: [{ file: ke-hoach-mau.pdf, title: Bản chụp có dấu, date: 2026-01-05 }]
---

Văn bản mẫu.
"""
