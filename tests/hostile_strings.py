"""Words that a format, a browser, a mail program or an office suite could take for more than words."""

from __future__ import annotations

from tests.memo_fixture import HOSTILE

LONG = 3000
"""Letters of the longest word: no line of any page holds it, nor does a line of a mail."""
STRINGS = {
    "markup": "<script>window.hacked1=1;alert(1)</script><img src=x onerror=alert(2)><b>b</b> <!-- a -->",
    "closings": "</td></table></main></body></html></style></title></script></textarea></svg> ]]> --> --!>",
    "attributes": "\" onmouseover=\"window.hacked2=1\" ' autofocus onfocus='alert(3)' style=x ` =/>",
    "entities": "&lt;b&gt; &amp;amp; &#60;i&#62; &copy &nbsp;x &notit; &#x1F6A2; & alone &#0; &#xD800;",
    "templates": "{{ 7*7 }} {% raw %} {# c #} {{ memo.title }} [[x]] ${y} <%= z %> {0} %(x)s \\1 \\g<0> $1",
    "markdown": "*a* _b_ **c** __d__ `e` ~~f~~ [g](http://g.example) ![h](h.png) ^i^ | j | \\ <k@l.example>",
    "heading": "# heading 1. list - list + list > quote === --- ``` ~~~ [^1]: note [x]: http://x.example",
    "controls": "bell\x07 nul\x00 esc\x1b[31m unit\x1f c1\x80\x9b back\x08 delete\x7f form\x0cfeed",
    "bidi": "over\u202eedirre\u202c embed\u202b iso\u2066late\u2069 \u2068x\u2069 marks\u200e\u200f\u061c",
    "emoji": "🚢 👩‍✈️ 🏳️‍🌈 👨‍👩‍👧‍👦 ☠️ 1️⃣ 👍🏽 🇳🇴 ❤️‍🔥",
    "shortcodes": ":smile: :) ;-) (c) (tm) (r) -- --- ... +- x2 1/2 :+1: @everyone #1 ~x~",
    "long word": "Wort" * (LONG // 4),
    "long marks": "_" * 400 + "/" * 400 + "." * 400,
    "right to left": "محمد بن عبد الله said (1) 12/3, שלום עולם, and 5%",
    "spaces": "12\u2009000\u202f% \u3000ideographic \u00a0no-break\u00a0 em\u2003space  two   three\ttab",
    "quotes": "\"a\" 'b' “c” ‘d’ „e“ «f» ‹g› 「h」 ‚i‘ `j´ ″k′ ''l'' \\\"m\\\" ‟n” ⟨o⟩",
    "links": "javascript:alert(4) JaVaScRiPt:alert(5) data:text/html,<script>alert(6)</script> vbscript:x file:///x",
    "tracker": "http://t.example/x.png?a=1&b=<2> https://u:p@h.example:8/ www.w.example //p.example m@a.org",
    "styles": "} body{display:none} url(http://css.example/x) expression(alert(7)) @import 'x'; /* \\3c */",
    "formulas": "=CMD|'/c calc'!A0 @SUM(1) +1+1 -2 =HYPERLINK(\"http://f.example\")",
    "fields": "{ INCLUDETEXT x } { DDEAUTO cmd } MERGEFIELD _x000D_ _x0041_ %USERNAME% $HOME `id` $(id)",
    "formula": "=1+1",
    "headers": "x\r\nBcc: thief@h.example\r\nContent-Type: text/html\r\n\r\n<b>body</b>\r\n.\r\n--boundary--",
    "encoded words": "=?utf-8?q?=3Cb=3E?= =?UTF-8?B?PGI+?= =3D =20 %0d%0aBcc:%20x %3Cscript%3E +ADw-b+AD4-",
    "addresses": "\"Thief\" <thief@h.example>, a;b; group: c@h.example; (comment) From: y@h.example",
    "surrogates": "lone \ud800 high \udfff low",
    "noncharacters": "non\ufffe\uffff plane\U0001fffe\U0010ffff private\ue000 \ufdd0 put\ufffd mark\ufeffed",
    "combining": "e\u0301 n\u0303 A\u030a \u212b Z\u0351\u036b\u0343\u036a\u0302 ﬁ ﬀ \u1100\u1161 İı ẞ ǅ ½ ²",
    "invisible": "a\u200bb\u200cc\u200dd\u2060e soft\u00adhyphen \u034fj \U000e0041\U000e0042 fill\u3164er",
    "line ends": "one\rtwo\nthree\r\nfour\u2028five\u2029six\x85seven\vlast",
    "paths": "../../etc/passwd C:\\Users\\x\\n.docx \\\\server\\share CON NUL .htaccess a/b:c*d?e\"f<g>h|i",
    "blanks": "   \u00a0edges\u2009 ",
    **{f"fixture {n}": text for n, text in enumerate(HOSTILE.strip("\n").split("\n"), 1)},
}  # fmt: skip
"""Name: words. Those of tests/memo_fixture.py are among them."""
