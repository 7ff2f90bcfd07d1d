"""Records the tables that the tests of the leaf classes compare with, as CPython 3.13 answers.

Run with CPython 3.13:  python3 handler-core/src/test/python/record_words.py
A line is a case, its cells stand between tabs; \\t \\n \\r \\\\ and \\uXXXX (UTF-16 units) are escaped; \\0 alone is None.
"""

import datetime
import email.utils
import html
import http
import http.client
import http.server
import mimetypes
import os
import pathlib
import sys
import urllib.parse

TABLES = pathlib.Path(__file__).resolve().parent.parent / "resources" / "dev" / "gangway" / "tables"


def cell(value):
    if value is None:
        return "\\0"
    text = []
    for unit in str(value).encode("utf-16-be", "surrogatepass").hex(" ", 2).split():
        code = int(unit, 16)
        char = chr(code)
        if char == "\\":
            text.append("\\\\")
        elif 0x20 <= code < 0x7F:
            text.append(char)
        else:
            text.append("\\u%04x" % code)
    return "".join(text)


def table(name, columns, rows):
    with open(TABLES / (name + ".tsv"), "w", encoding="ascii", newline="\n") as file:
        file.write("# " + " | ".join(columns) + "\n")
        for row in rows:
            assert len(row) == len(columns), row
            file.write("\t".join(cell(value) for value in row) + "\n")


def statuses():
    members = http.HTTPStatus.__members__.items()
    rows = [
        (name, m.value, m.phrase, m.description, m.is_informational, m.is_success, m.is_redirection,
         m.is_client_error, m.is_server_error)
        for name, m in members
    ]
    table("statuses", ["name", "value", "phrase", "description", "1xx", "2xx", "3xx", "4xx", "5xx"], rows)


def collapsed(value):
    from email.utils import collapse_rfc2231_value

    return collapse_rfc2231_value(value) if isinstance(value, tuple) else value


def content_types():
    values = [
        None, "", "text/html", "Text/HTML; charset=UTF-8", "text/html;charset=utf-8", "text/html ; charset=utf-8 ",
        "text", "text/", "/plain", "/", "text//html", "text/html/x", ";charset=a", "charset=utf-8", " text/html",
        "\xa0text/html\x85", "\x1ctext/html\x1f", "text/html; charset", "text/html; charset=", 'text/html; charset=""',
        'text/html; charset="UTF-8"', 'text/html; charset="a\\"b"', 'text/html; charset="a\\\\b"', "text/html; charset=caf\xe9",
        "text/html; CHARSET=Latin-1", "text/html; charset=a; charset=b", 'text/plain; x="a;b"; charset=q',
        'text/plain; x="a\\";b"; charset=q', 'text/plain; x="a;b; charset=q', 'text/plain; x=a"b;c"d; charset=q',
        "text/plain; charset*=us-ascii'en'UTF-8", "text/plain; charset*=utf-8''utf%2D8", "text/plain; charset*=''x",
        "text/plain; charset*=nosuch''ab%41", "text/plain; charset*=ab%41", "text/plain; charset*=utf-8''caf%C3%A9",
        "text/plain; charset*=us-ascii''caf%C3%A9", "text/plain; charset*0=ut; charset*1=f-8",
        "multipart/form-data; boundary=abc", 'multipart/form-data; boundary="a b "', "multipart/form-data; boundary= abc ; x=y",
        'multipart/form-data; boundary="a\\"b"', "multipart/form-data; boundary=<a>", 'multipart/form-data; boundary="<a>"',
        "multipart/form-data; boundary=a=b", "multipart/form-data; Boundary = abc", "multipart/form-data;boundary=\"abc",
        "multipart/form-data; boundary=abc\"", "multipart/form-data; boundary", "multipart/form-data;;; boundary=x;;",
        "multipart/form-data; boundary*0=a; boundary*1=b", "multipart/form-data, boundary=abc",
        "application/x; name=plain", 'application/x; name="a b"', "application/x; name*=utf-8''%e2%82%ac.txt",
        "application/x; name*0*=utf-8''%e2%82; name*1*=%ac; name*2=.txt", "application/x; name*2=c; name*0=a; name*1=b",
        "application/x; name*10=k; name*2=c; name*0=a", "application/x; name*=utf-8''x; name=plain", "boundary=first",
        'boundary="first"', "application/x; n\xe9=1; name=a", "application/x; name*x=1", "application/x; name*1x=1",
        "application/x; name*=utf-8'a'b'c", "application/x; name*=iso-8859-1'de'%E4%f6", "application/x; name*=latin-1''%E4",
        "application/x; name*=latin_1''%E4", "application/x; name*=utf8''%C3%A4%FF", "application/x; name*= -utf--8 ''%C3%A4", "application/x; name*=%zz''%4",
        "application/x; name*=utf-8''%41%4", "APPLICATION/JSON", "text/html\t; charset=a", "text /html", "text/html,text/plain",
    ]
    rows = []
    for value in values:
        message = http.client.HTTPMessage()
        if value is not None:
            message["Content-TYPE"] = value
        rows.append((
            value, message.get_content_type(), message.get_content_maintype(), message.get_content_subtype(),
            message.get_content_charset(), collapsed(message.get_param("charset")), message.get_boundary(),
            message.get_filename(), collapsed(message.get_param("Name")),
        ))
    table("content-types", ["Content-Type", "type", "main", "sub", "charset", "param charset", "boundary", "filename",
                            "param Name"], rows)


def filenames():
    values = [
        "", "attachment", "attachment; filename=a.txt", 'attachment; filename="a b.txt"', "attachment; FILENAME=a",
        'attachment; filename="a\\"b"', 'attachment; filename="\\"a\\""', 'form-data; name="f"; filename=""',
        'form-data; name="f"; filename=', 'form-data; name="f"; filename', 'form-data; name="a;b"; filename="c;d"',
        "attachment; filename*=UTF-8''na%C3%AFve%20file.txt", "attachment; filename=x; filename*=utf-8''y",
        "attachment; filename*=utf-8''y; filename=x", 'attachment; filename*0="long "; filename*1="name"',
        "attachment; filename*0*=utf-8''%41; filename*1=%41; filename*2*=%42", 'attachment; filename="  a  "',
        'attachment; filename="\\\\\\\\server\\\\x"', 'attachment; filename="C:\\dir\\f"', 'attachment; filename="caf\xe9"',
        "attachment; filename=../../etc/passwd", "attachment; filename=<x>", 'attachment; filename="<x>"',
        "attachment; filename*=utf-8'en'%22a%22", "attachment; filename*=nosuch'en'%22a%22", "attachment; filename*=\xe9",
        'attachment; filename*="utf-8\'\'a%20b"', "attachment; filename*=utf-8''\xe9", "attachment;filename=a=b;c",
        'attachment; filename="unterminated', "attachment; filename='single'", "attachment; filename*=''%e4",
    ]
    rows = []
    for value in values:
        message = http.client.HTTPMessage()
        message["Content-Disposition"] = value
        rows.append((value, message.get_filename(), collapsed(message.get_param("filename", header="Content-Disposition")),
                     collapsed(message.get_param("name", header="content-disposition"))))
    table("filenames", ["Content-Disposition", "filename", "param filename", "param name"], rows)


def header_dumps():
    values = ["", "x", "a  b ", "caf\xe9", "\xe9", "na\xefve and a long text, with (all) kinds of = ? _ signs! *+/-",
              "\xff\xfe\xfd\xfc\xfb\xfa", "\xe9" + "a" * 100, "word " * 40, "\u20ac", "\U0001f600 x", "\x7f", "a\tb"]
    rows = []
    for value in values:
        message = http.client.HTTPMessage()
        message["X-Name"] = value
        message["x-name"] = "again"
        rows.append((value, str(message)))
    table("header-dumps", ["value", "str"], rows)


def date_texts():
    rows = []
    seconds = [0, 1, 59, 86399, 951782400, 951868799, 784111777, 1709164800, 2147483647, 2147483648, 4102444800, 253402300799,
               -1, -86400, -62135596800, -2208988800, 1732000000]
    for second in seconds:
        rows.append((second, email.utils.formatdate(second, usegmt=True)))
    table("date-texts", ["epoch second", "formatdate"], rows)


def if_modified_since(value):
    """What http/server.py compares with: seconds since the epoch, or None where it ignores the field."""
    try:
        ims = email.utils.parsedate_to_datetime(value)
    except (TypeError, IndexError, OverflowError, ValueError):
        return None
    if ims.tzinfo is None:
        ims = ims.replace(tzinfo=datetime.timezone.utc)
    if ims.tzinfo is not datetime.timezone.utc:
        return None
    return int(ims.timestamp())


def lenient_dates():
    values = """\
Sun, 06 Nov 1994 08:49:37 GMT
Sunday, 06-Nov-94 08:49:37 GMT
Sun Nov  6 08:49:37 1994
Sun Nov 16 08:49:37 1994
Sun, 06 Nov 1994 08:49:37
Sun, 06 Nov 1994 08:49:37 UTC
Sun, 06 Nov 1994 08:49:37 UT
Sun, 06 Nov 1994 08:49:37 Z
Sun, 06 Nov 1994 08:49:37 z
Sun, 06 Nov 1994 08:49:37 gmt
Sun, 06 Nov 1994 08:49:37 +0000
Sun, 06 Nov 1994 08:49:37 -0000
Sun, 06 Nov 1994 08:49:37 +0100
Sun, 06 Nov 1994 08:49:37 -0100
Sun, 06 Nov 1994 08:49:37 +0060
Sun, 06 Nov 1994 08:49:37 0
Sun, 06 Nov 1994 08:49:37 -0
Sun, 06 Nov 1994 08:49:37 1
Sun, 06 Nov 1994 08:49:37 +00:00
Sun, 06 Nov 1994 08:49:37 +01:00
Sun, 06 Nov 1994 08:49:37 +9999
Sun, 06 Nov 1994 08:49:37 +99999999999999999999999
Sun, 06 Nov 1994 08:49:37 EST
Sun, 06 Nov 1994 08:49:37 pdt
Sun, 06 Nov 1994 08:49:37 CET
Sun, 06 Nov 1994 08:49:37 BST
Sun, 06 Nov 1994 08:49:37 GMT+1
Sun, 06 Nov 1994 08:49:37 GMT extra words
Sun, 06 Nov 1994 08:49:37 GMT; length=1234
Sun, 06 Nov 1994 08:49:37; length=1234
Sun, 06 Nov 1994 08:49:37+0000
Sun, 06 Nov 1994 08:49:37-0000
Sun, 06 Nov 1994 08:49:37+0100
Sun, 06 Nov 1994 08:49:37-0100
Sun, 06 Nov 1994 08:49:37GMT
Sun,06 Nov 1994 08:49:37 GMT
Sun ,06 Nov 1994 08:49:37 GMT
Sun 06 Nov 1994 08:49:37 GMT
sun 06 nov 1994 08:49:37 GMT
Sunday 06 Nov 1994 08:49:37 GMT
Sunday, 06 November 1994 08:49:37 GMT
Xyz, 06 Nov 1994 08:49:37 GMT
, 06 Nov 1994 08:49:37 GMT
06 Nov 1994 08:49:37 GMT
06 Nov 94 08:49:37 GMT
06 Nov 68 08:49:37 GMT
06 Nov 69 08:49:37 GMT
06 Nov 99 08:49:37 GMT
06 Nov 100 08:49:37 GMT
06 Nov 0 08:49:37 GMT
06 Nov 0000 08:49:37 GMT
06 Nov 0001 08:49:37 GMT
06 Nov 9999 23:59:59 GMT
06 Nov 10000 08:49:37 GMT
06 Nov 99999999999999999999 08:49:37 GMT
6 Nov 1994 8:49:37 GMT
6 Nov 1994 8:4:3 GMT
6 Nov 1994 8:49 GMT
6 Nov 1994 8.49 GMT
6 Nov 1994 8.49.37 GMT
6 Nov 1994 8.49.37.5 GMT
6 Nov 1994 8:49:37:5 GMT
6 Nov 1994 8 GMT
6 Nov 1994 8:49.5 GMT
6 Nov 1994 08:49:37, GMT
6 Nov 1994, 08:49:37 GMT
6, Nov 1994 08:49:37 GMT
Nov 6 1994 08:49:37 GMT
Nov 6, 1994 08:49:37 GMT
November 6, 1994 08:49:37
1994 Nov 6 08:49:37 GMT
6 Nov 08:49:37 1994 GMT
6 Nov 08:49:37 GMT 1994
6 Nov 08:49:37 1994
6 Nov GMT 08:49:37 1994
6 Nov +94 08:49:37 1994
6 Nov -5 08:49:37 +94
6 Nov GMT 08:49:37 -5
6 Nov , 08:49:37 1994
06-Nov-1994 08:49:37 GMT
06-Nov-94 08:49:37 +0000
Sun, 06-Nov-1994 08:49:37 GMT
Sunday 06-Nov-94 08:49:37 GMT
06-Nov- 08:49:37 GMT
-Nov-94 08:49:37 GMT
06--94 08:49:37 GMT
1994-11-06T08:49:37Z
1994-11-06 08:49:37
784111777
0
Sun, 06 Nov 1994 24:00:00 GMT
Sun, 06 Nov 1994 23:60:00 GMT
Sun, 06 Nov 1994 23:59:60 GMT
Sun, 06 Nov 1994 -1:59:60 GMT
Sun, 06 Nov 1994 +8:+49:+37 GMT
Sun, 31 Feb 1994 08:49:37 GMT
Sun, 29 Feb 1994 08:49:37 GMT
Sun, 29 Feb 1996 08:49:37 GMT
Sun, 00 Nov 1994 08:49:37 GMT
Sun, 31 Nov 1994 08:49:37 GMT
Sun, -6 Nov 1994 08:49:37 GMT
Sun, 1_6 Nov 19_94 08:4_9:37 GMT
Sun, _6 Nov 1994 08:49:37 GMT
Sun, 06 Foo 1994 08:49:37 GMT
Sun, 06 May 1994 08:49:37 GMT
Sun, 06 Sept 1994 08:49:37 GMT
Sun, 06 11 1994 08:49:37 GMT
Sun, 06 Nov 1994
Sun, 06 Nov 1994 GMT
Sun,
Sun
,
yesterday
\x2006 Nov 1994 08:49:37 GMT
06\xa0Nov\x851994\x1c08:49:37\tGMT
06 Nov \xb2994 08:49:37 GMT
06 Nov \xb2994 08:49:37 1994
\xb2 Nov 1994 08:49:37 GMT
06 Nov 1994 08:49:37 \xb2
06 Nov 1994 08:49:37 \xdf
06 Nov 1994 08:49:37 0_0
06 Nov 1994 08:49:37 -0_1
06 Nov 1994 :49:37 GMT
06 Nov 1994 08::37 GMT
06 Nov :08 1994 GMT
06 Nov 1994 +08:49:37
06 Nov 1994 -08:49:37
06 Nov 1994 8:49:37+-1
06 Nov 1994 8:49:37-+1
06 Nov 1994 8:49:37-0+1
Sun, 06 Nov 1994 08:49:37 GMT,
Sun, 06 Nov 1994 08:49:37 "GMT"
"Sun, 06 Nov 1994 08:49:37 GMT"
Sun, 06 Nov 2094 08:49:37 GMT
Thu, 01 Jan 1970 00:00:00 GMT
Wed, 31 Dec 1969 23:59:59 GMT
Mon, 01 Jan 0001 00:00:00 GMT""".replace("\\x20", "\x20").split("\n")
    values = [v.replace("\\xa0", "\xa0").replace("\\x85", "\x85").replace("\\x1c", "\x1c").replace("\\t", "\t")
               .replace("\\xb2", "\xb2").replace("\\xdf", "\xdf") for v in values]
    values += ["", " ", "\t", "06 Nov 1994 08:49:37 " + "9" * 4301, "06 Nov 1994 08:49:37 " + "9" * 4300,
               "06 Nov 1994 08:49:37 " + "0" * 30, "06 Nov " + "0" * 30 + "1994 08:49:37"]
    table("lenient-dates", ["If-Modified-Since", "epoch second"], [(v, if_modified_since(v)) for v in values])


def reprs():
    texts = [chr(c) for c in range(0x100)]
    texts += [chr(c) for c in (0x100, 0x378, 0x3B1, 0x20AC, 0x200B, 0x2028, 0x2029, 0x202E, 0x3000, 0xD800, 0xDCFF, 0xE000, 0xFEFF,
                               0xFFFD, 0xFFFE, 0xFFFF, 0x10000, 0x1F600, 0xE0001, 0xF0000, 0x10FFFF)]
    texts += ["", "plain", "it's", 'say "x"', "it's \"x\"", "\\", "'", '"', "\"'", "GET /\xe9\x00 HTTP/1.1", "a\\'b", "\U0001f600'\udc80"]
    table("reprs", ["text", "repr", "ascii"], [(t, repr(t), ascii(t)) for t in texts])


def log_escapes():
    class Recorder(http.server.BaseHTTPRequestHandler):
        def __init__(self):
            pass

    translate = Recorder._control_char_table
    texts = [chr(c) for c in range(0x100)] + ["", "a\nb\\c", "\u20ac\U0001f600", "\x1b[31mred\x1b[0m", "\"GET / HTTP/1.1\" 200 -"]
    table("log-escapes", ["message", "logged"], [(t, t.translate(translate)) for t in texts])


def escapes():
    texts = ["", "plain", "&", "<", ">", '"', "'", "&amp;", "<a href=\"x\">it's</a>", "a&b<c>d\"e'f", "caf\xe9 \u20ac", "&&&", "x&"]
    table("html-escapes", ["text", "quote=False", "quote=True"], [(t, html.escape(t, quote=False), html.escape(t)) for t in texts])


def percent_formats():
    values = {"code": 404, "message": "Not 'Found' \xe9", "explain": "Nothing \U0001f600 here", "(x)": 7, "neg": -42, "one": "Z",
              "long": 9876543210, "": 0}
    templates = ["", "plain", "%%", "100%%", "%(code)d", "%(code)s", "%(code)i", "%(code)u", "%(code)r", "%(code)a", "%(message)s",
                 "%(message)r", "%(message)a", "%(explain)a", "%(explain)s", "<%(code)d>%(message)s%%%(explain)s", "%(code)05d", "%(code)5d|",
                 "%(code)-5d|", "%(code)-05d|", "%(code)+d", "%(code)+05d", "%(code) d", "%(code)+ d", "%(code).5d", "%(code)8.5d|",
                 "%(code)08.5d|", "%(code)-8.5d|", "%(code).0d", "%(code).d", "%(code)0d", "%(neg)d", "%(neg)05d", "%(neg)+d", "%(neg)x",
                 "%(neg)#06x", "%(code)x", "%(code)X", "%(code)#x", "%(code)#X", "%(code)o", "%(code)#o", "%(code)#010o", "%(code)c",
                 "%(one)c", "%(one)5c|", "%(one).0c|", "%(message)20s|", "%(message)-20s|", "%(message)020s|", "%(message).3s|",
                 "%(message)8.3s|", "%(message).0s|", "%(message).s|", "%(explain).9s|", "%(explain)25s|", "%(message)+s", "%(message)#s",
                 "%(code)ld", "%(code)hd", "%(code)Ld", "%(message)hs", "%((x))d", "%(code)f", "%(code).2f", "%(code)012.2f", "%(code)e",
                 "%(code)E", "%(code).0f", "%(code)#.0f", "%(neg)F", "%(neg)010.1f", "%(long)d", "%(long)x", "%()d", "%(code)5%", "%(code)%",
                 "%5%", "%-%", "%(message)3r|", "%(code)  5d|", "%(code)--5d|", "%(code)00005d",
                 # malformed
                 "%", "100%", "%(", "%(code", "%(code)", "%(code)5", "%(code).", "%(nothing)s", "%(Code)d", "%(code)y", "%(code)lld", "%(code)5.3",
                 "%d", "%5d", "%(message)d", "%(message)x", "%(message)c", "%(neg)c", "%(message)f", "%(code)*d", "%(code)\u00e9", "%(code)n",
                 "50% off", "%(a(b)s", "width: 100%; %(message)s", "%(message)s %"]
    rows = []
    for template in templates:
        try:
            text = template % values
        except (TypeError, ValueError, KeyError, OverflowError):
            text = None
        rows.append((template, text))
    table("percent-formats", ["template", "text"], rows)


def error_pages():
    rows = []
    for code, message, explain in [(404, "File not found", "Nothing matches the given URI"), (400, "<b> & \"it's\"", ""),
                                   (501, "Unsupported method ('\xe9')", "caf\xe9 \u20ac"), (999, "???", "???"), (-1, "", "\ud800")]:
        content = http.server.DEFAULT_ERROR_MESSAGE % {
            "code": code, "message": html.escape(message, quote=False), "explain": html.escape(explain, quote=False)}
        rows.append((code, message, explain, content.encode("UTF-8", "replace").decode("iso-8859-1")))
    table("error-pages", ["code", "message", "explain", "bytes"], rows)


def unquoted(path):
    """The text that translate_path makes of a path, before it looks at the parts."""
    try:
        return urllib.parse.unquote(path, errors="surrogatepass")
    except UnicodeDecodeError:
        return urllib.parse.unquote(path)


def name_bytes(text):
    """The bytes that the file system is asked for, as Latin-1 to be readable; None if there are none."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("iso-8859-1")
    except UnicodeEncodeError:
        return None


def decoded_paths():
    paths = ["", "/", "/a", "/%41", "/%61%2e%2E", "/a%20b+c", "/%00", "/%2f%5C", "/%", "/%4", "/%zz", "/%%41", "/%4%41", "/%4g%g4", "%", "%%%",
             "/\xe9", "/%e9", "/%E9", "/%c3%a9", "/\xc3\xa9", "/\xe9%c3%a9\xe9", "/%c3", "/%c3\xa9", "/\xc3%a9", "/%c3%c3%a9", "/%c3%28", "/%c3a",
             "/%e2%82%ac", "/%e2%82", "/%e2%82%28", "/%e2%28%a1", "/%e2\xac", "/%f0%9f%98%80", "/%f0%9f%98", "/%f0%9f", "/%f0%28%98%80", "/%f0%80%80%80",
             "/%f4%8f%bf%bf", "/%f4%90%80%80", "/%f5%80%80%80", "/%c0%af", "/%c1%bf", "/%e0%80%af", "/%e0%a0%80", "/%ff", "/%fe%ff", "/%ff%41\xff",
             "/%80", "/%bf%bf", "/\x80", "/\x7f%7f", "/%ed%9f%bf", "/%ee%80%80", "/%ed%a0%80", "/%ed%ad%bf", "/%ed%b0%80", "/%ed%b1%bf", "/%ed%b2%7f",
             "/%ed%b2%80", "/%ed%b3%a9", "/%ed%b3%bf", "/%ed%b4%80", "/%ed%bf%bf", "/%ed%b2%80%e9", "/%ed%b2%80\xe9%e9", "/%ed%a0%80%e9", "/%ed%b2",
             "/%ed", "/%ed%b3%a9/%ed%b3%a8", "/%ed%b2%83%ed%b2%a9", "/%ed%a0%bd%ed%b8%80", "/%ed%a0%bd%ed%b2%80", "/%e9/%c3%a9", "/%e9\xe9%c3%a9",
             "/%e9\xe9%ed%b2%80", "/%c3%a9\xe9%e9", "/%EF%BF%BD", "/%ef%bb%bf", "/\u20ac", "/\U0001f600%f0%9f%98%80", "/\udce9", "/%41\udce9\udc80",
             "/\ud800", "/\ud800%e9", "/%E2%80%A8", "/..%2f..%2fetc", "/%252e", "/%u0041", "/%\uff11\uff11", "/%1\u0661"]
    rows = [(p, name_bytes(unquoted(p)), name_bytes(urllib.parse.unquote(p))) for p in paths]
    table("decoded-paths", ["path", "bytes", "bytes of plain unquote"], rows)


def quoted_names():
    names = [bytes([octet]) for octet in range(1, 256)]
    names += [b"", b"plain.txt", b"a/b", "caf\xe9".encode(), "caf\xe9".encode("iso-8859-1"), "\u20ac\U0001f600".encode(), b"\xed\xb2\x80", b"\xed\xa0\x80",
              b"\xff\xfe", b"\xc3", b"\xc3\xa9\xc3", b"\xe2\x82", b"\xe2\x82a", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xf4\x90\x80\x80", b"%41", b"%ED%B2%80", b"a b",
              b"..", b"?#;:@&=+$,", b"\r\n", b"\xe9/", b"~tilde"]
    rows = []
    for name in names:
        link = urllib.parse.quote(name.decode("utf-8", "surrogateescape"), errors="surrogatepass")
        assert name_bytes(unquoted(link)) == name.decode("iso-8859-1"), (name, link)
        rows.append((name.decode("iso-8859-1"), link))
    table("quoted-names", ["bytes", "link"], rows)


def split_targets():
    targets = ["", "/", "/a", "/a?", "/a?b", "/a?b?c", "/a#", "/a#f", "/a?#f", "/a?b#", "/a?b#f", "/a#f?b", "/a;p", "/a;p?q;r", "//", "//a", "//a/", "//a/b",
               "///", "///a", "////a", "//?q", "//#f", "/a//b", "/a/../b", "/.", "http:", "http:/", "http://", "http://h", "http://h/p", "http://h?q", "http://h#f",
               "HTTP://H/P", "http:///p", "http:p", "http:?q", "http:#f", "http:/p", "x:", "x:/", "x://", "x://h", "x:///p", "x:p", "x:/p", "x:////p", ":", ":a", "1:a", "a:b", "a.b:c",
               "a+b-c.1:d", "a_b:c", "/a:b", "mailto:x@y", "file:", "file:/p", "file:p", "file:///p", "svn+ssh:p", "git:", "ws:/x", "http://u:p@h:80/p", "http://h:x/p",
               "//[", "//]", "//[]", "//[::1]", "//[::1]/p", "//[::1]:80/p", "//[::1", "//::1]/p", "//a[::1]b/p", "//][", "//]::1[", "//[1.2.3.4]/", "//[::1.2.3.4]/",
               "//[1::1.2.3.4]/", "//[1:2:3:4:5:6:1.2.3.4]/", "//[1:2:3:4:5:6:7:1.2.3.4]/", "//[::1.2.3]/", "//[::1.2.3.256]/", "//[::01.2.3.4]/", "//[::1.2.3.4:1]/",
               "//[1:2:3:4:5:6:7:8]/", "//[1:2:3:4:5:6:7]/", "//[1:2:3:4:5:6:7:8:9]/", "//[1:2:3:4:5:6:7::]/", "//[::2:3:4:5:6:7:8]/", "//[::1:2:3:4:5:6:7:8]/",
               "//[1:2:3:4:5:6:7:8::]/", "//[1::2::3]/", "//[:::]/", "//[::]/", "//[:]/", "//[1:]/", "//[:1:2:3:4:5:6:7]/", "//[1:2:3:4:5:6:7:]/", "//[:1::2]/", "//[1::2:]/",
               "//[12345::]/", "//[g::]/", "//[::%25eth0]/", "//[fe80::1%eth0]/", "//[fe80::1%]/", "//[fe80::1%a%b]/", "//[v1.x]/", "//[v1.]/", "//[v.x]/", "//[vg.x]/",
               "//[vF.:]/", "//[V1.x]/", "/[x]/", "/p?[", "/p#]", "http://[x/p", "http://h/[", "//h\xe9/p", "//\u2100/p", "//a\uff1ab/p", "//\xbc/p", "//\uff0fa", "//\xe9@b",
               "//e\u0301/", "/\uff0fa", "*", "h:80", "h", "a/b", "?", "#", "?q", "#f", "?#", " /a", "\x00/a", "\x1f \x01/a ", "/a\tb\rc\nd", "h\tttp://x", "\x0b//a", "\xa0/a",
               "/%2f/?%3f#%23", "/a\\b", "/\\a", "\\\\a", "http://h\\p", "http:\\\\h", "/a?b=http://c/d#e", "/caf\xe9?\xe9#\xe9"]
    rows = []
    for target in targets:
        try:
            parts = urllib.parse.urlsplit(target)
            redirect = urllib.parse.urlunsplit((parts[0], parts[1], parts[2] + "/", parts[3], parts[4]))
            rows.append((target, *parts, parts.geturl(), redirect))
        except ValueError:
            rows.append((target,) + (None,) * 7)
    table("split-targets", ["target", "scheme", "netloc", "path", "query", "fragment", "urlunsplit", "with a slash"], rows)


def media_types():
    mimetypes.knownfiles = []
    mimetypes.init()
    python_types = dict(mimetypes._db.types_map[True])
    registered = TABLES.parents[4] / "main" / "resources" / "dev" / "gangway" / "handler" / "files" / "registered-types.txt"
    for line in registered.read_text().splitlines():
        if line.startswith("."):
            suffix, media_type = line.split(" ")
            mimetypes._db.types_map[True].setdefault(suffix, media_type)
    names = ["a" + suffix for suffix in python_types]
    names += ["a" + suffix for suffix in list(mimetypes._db.types_map[True])[len(python_types)::25]]
    names += ["", "a", ".", "..", "...", "a.", ".html", "..html", "...a.html", ".a.html", "a..html", "a.html.", "a.HTML", "a.HtMl", "a.html ", " .html", "a.htmlx",
              "a.tgz", "a.TGZ", "a.taz", "a.tz", "a.tbz2", "a.txz", "a.Txz", "a.svgz", "a.SVGZ", ".tgz", "tgz", "a.tar.gz", "a.tar.GZ", "a.gz", "a.GZ", "a.Z", "a.z", "a.bz2", "a.xz",
              "a.XZ", "a.br", "a.js.br", "a.JS.br", "a.js.BR", "a.js.gz", ".br", "a.br.br", "a.tgz.br", "a.css.br.br", "a.unknown.br", "a.woff2", "a.WOFF2", "a.woff2.br", "a.ts", "a.md",
              "a.custom", "a.CUSTOM", "a.Mixed", "a.mixed", "a.MIXED", "dir.html/a", "dir.html/.html", "dir/a.html", "/a.html", "a.html/", "a/.b.html", "a/..html", "a.nosuchtype",
              "a.caf\xe9", "\xe9.html", "\u20ac.png", "a.\u212ass", "a.html\u0130", "x:y.html", "data:,x", "data:text/css,x.html", "http://h/a.html", "a.html?x", "c:\\x.html", "a\n.html", "a.html\n"]
    handler = http.server.SimpleHTTPRequestHandler
    extensions_map = {**handler.extensions_map, ".custom": "x/custom", ".Mixed": "x/mixed"}
    unmade = handler.__new__(handler)
    unmade.extensions_map = extensions_map
    rows = []
    for name in names:
        rows.append((name, unmade.guess_type(name)))
    table("media-types", ["name", "type"], rows)


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("needs CPython 3.13")
    os.environ["TZ"] = "UTC"
    for record in RECORDERS:
        record()


RECORDERS = [statuses, content_types, filenames, header_dumps, date_texts, lenient_dates, reprs, log_escapes, escapes, percent_formats,
             error_pages, decoded_paths, quoted_names, split_targets,
             media_types]

if __name__ == "__main__":
    main()
