"""Records the tables that the tests of the leaf classes compare with, as CPython 3.13 answers.

Run with CPython 3.13:  python3 handler-core/src/test/python/record_words.py
A line is a case, its cells stand between tabs; \\t \\n \\r \\\\ and \\uXXXX (UTF-16 units) are escaped; \\0 alone is None.
"""

import http
import http.client
import os
import pathlib
import sys

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
        "application/x; name*=latin_1''%E4", "application/x; name*=utf8''%C3%A4%FF", "application/x; name*=%zz''%4",
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


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("needs CPython 3.13")
    os.environ["TZ"] = "UTC"
    for record in RECORDERS:
        record()


RECORDERS = [statuses, content_types, filenames, header_dumps]

if __name__ == "__main__":
    main()
