"""Hostile texts, addresses and names. Every one would call `alert` or `print`, set `window.vxPwned`, or ask
http://hostile.invalid/ for something."""

OUT = "http://hostile.invalid/"

HTML = [
    "<script>alert(1)</script>", f"<script src={OUT}x.js></script>", "<img src=x onerror=alert(1)>", f'<img src="{OUT}a.png">',
    "<svg onload=alert(1)>", "<svg/onload=print()>", '<iframe srcdoc="&lt;script>alert(1)&lt;/script>"></iframe>',
    "<body onload=alert(1)>", "<details open ontoggle=alert(1)>x</details>", "<video><source onerror=alert(1)></video>",
    "<a href=javascript:alert(1)>x</a>", f"<base href={OUT}>", f'<meta http-equiv=refresh content="0;url={OUT}">',
    f"<link rel=stylesheet href={OUT}a.css>", f"<style>@import '{OUT}a.css'</style>", "<ScRiPt>alert(1)</sCrIpT>",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", f"<object data={OUT}></object>", f"<embed src={OUT}>",
    f"<form action={OUT}><button autofocus onfocus=alert(1)>x</button></form>", "<input autofocus onfocus=alert(1)>",
    "<!--><script>alert(1)</script>-->", "<![CDATA[<script>alert(1)</script>]]>", "<?x <script>alert(1)</script>?>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "<template><script>alert(1)</script></template>",
    "<p style=\"background:url(" + OUT + "a.png)\">x</p>", "<xss onpointerrawupdate=alert(1)>x", "</main><script>alert(1)</script>",
    "<textarea></textarea><script>alert(1)</script>", "<<script>alert(1)//<</script>", "<img\u000bsrc=x onerror=alert(1)>",
    "<script\u2028>alert(1)</script\u2028>", "<table background=" + OUT + "a.png>", "＜script＞alert(1)＜/script＞",
]  # fmt: skip

# What breaks out of a tag, an attribute, a comment, a script, CDATA, a template or JSON, wherever text comes to stand.
TEXTS = [
    '"><img src=x onerror=alert(1)>', "'><svg onload=alert(1)>", "</script><script>window.vxPwned=1</script>",
    "</title></textarea><script>alert(1)</script>", "--><script>alert(1)</script><!--", "]]><script>alert(1)</script><![CDATA[",
    '" autofocus onfocus=alert(1) x="', "{{{constructor}}}{{>base}}{{=<% %>=}}", '\\"};window.vxPwned=1;//',
    "&lt;script&gt;alert(1)&#60;/script>",
    "\u202egpj.exe\u2066<img src=x onerror=print()>\u2028\u2029",
]  # fmt: skip

ADDRESSES = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "&#106;avascript:alert(1)",
    "&#x6A;avascript&#58;alert(1)",
    "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "java&#9;script:alert(1)", "java&#10;script:alert(1)",
    "java&#13;script:alert(1)",
    "&#1;javascript:alert(1)", "&#32;javascript:alert(1)", "&#160;javascript:alert(1)", "javascript%3Aalert(1)",
    "%6Aavascript:alert(1)",
    "java%0ascript:alert(1)", "javascript://%0aalert(1)", "javascript:/*x*/alert(1)", "./javascript:alert(1)",
    "jаvascript:alert(1)",
    "ｊavascript:alert(1)", "javascript：alert(1)", "javaſcript:alert(1)", "vbscript:msgbox(1)", "VBSCRIPT:x",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==", "data:image/svg+xml,%3Csvg%20onload=alert(1)%3E",
    "DATA&colon;text/html,x",
    "data:,x", "blob:http://hostile.invalid/x", "filesystem:http://hostile.invalid/x", "view-source:http://hostile.invalid/",
    "file:///etc/passwd",
    "about:blank", "feed:javascript:alert(1)", "jar:http://hostile.invalid!/", "livescript:alert(1)", "mocha:alert(1)",
    "ws://hostile.invalid/",
    "//hostile.invalid/a.png", "/\\hostile.invalid/a.png", "\\\\hostile.invalid/a.png", "/%2f/hostile.invalid/a.png",
    "///hostile.invalid/a.png",
    "http:hostile.invalid/a.png", "https:/\\hostile.invalid/a.png", "http://hostile.invalid/a.png",
    "http://a.example@hostile.invalid/a.png",
    "http://hostile.invalid/\"onmouseover=alert(1)", "https://hostile.invalid/'><script>alert(1)</script>",
    "../../../../etc/passwd", "?x=javascript:alert(1)",
    "#\"><script>alert(1)</script>", "mailto:a@b.example?body=<script>alert(1)</script>", "tel:\"onclick=alert(1)",
    "sms:1;alert(1)", "intent://x#Intent;end",
    "ms-word:ofe|u|http://hostile.invalid/", "search-ms:query=x", "\u200bjavascript:alert(1)", "\ufeffjavascript:alert(1)",
    "java\u00adscript:alert(1)",
]  # fmt: skip

# Old addresses go to four servers' rules.
ALIASES = [
    "/a';} location / { return 200; } #{T}.html", '/a"; return 301 http://hostile.invalid/; "{T}', "/a$host{T}.html", "/a${uri}{T}",
    "/a{$HOME}{T}", "/a%{HTTP_HOST}{T}",
    "/a.*{T}", "/a(b|c)+{T}.html", "/[a-z]{T}", "/^{T}$", "/a\nadd_header X-Evil 1;{T}", "/a\r\nX-Evil: 1{T}", "/a\u0000{T}",
    "/a</IfModule>{T}",
    '/a"/><rule name="x">{T}', "/a b c{T}.html", "/a\\{T}", "/../../{T}.html", "//hostile.invalid/{T}",
    "http://hostile.invalid/{T}", "/a#b{T}", "/a?b={T}", "/%2e%2e/{T}",
    "/a%22%3B{T}", "/.htaccess{T}", "/server/nginx.conf", "/assets/{T}.html", "/tin-{T}-é.html", "/a;b={T}", "/a`id`{T}",
    "/a|id{T}", "javascript:alert(1){T}", "/a%0d%0aX-Evil:1{T}",
    "/index.html", "/web.config", "/\u202e{T}", "/a\u2028{T}", "/{{path}}{T}",
    # Names that are safe, where a server may have something else.
    "/Tin/{T}/", "/con/{T}", "/server/{T}", "/tim-kiem/{T}.html", "/{T}/index", "/--/{T}", "/_/{T}.html", "/well-known/{T}",
    "/muc/trang/{T}", "{T}",
]
URLS = [
    "https://a.example/a;b/", "https://a.example/a\"};/", "https://a.example/$uri/", "https://a.example/{$HOME}/",
    "https://a.example/a b/", "https://a.example/%22/", "https://a.example/../",
    "https://a.example/(a|b)/", "https://a.example/a\nadd_header X-Evil 1;/", "https://a.example//b/",
    "https://a.example/</script>/", "https://a:b@hostile.invalid/", "https://a.example\\@hostile.invalid/",
    "https://[::1]/", "https://a.example/?x=<script>", "https://a.example/#x", "javascript://a.example/%0aalert(1)/",
    "https://a.example:99999/", "https://xn--a.example/`id`/", "https://a.example/;,:@&=+!*'()/",
]  # fmt: skip

QUERIES = [*TEXTS, *HTML[:8], "javascript:alert(1)", "__proto__", "constructor", "toString hasOwnProperty", "(((((", "\\", "%",
    "a" * 5000, "\u0000", "\ud7ff\u0301" * 90,
           "../../../../x", "${alert(1)}", "{{constructor.constructor('alert(1)')()}}"]  # fmt: skip
