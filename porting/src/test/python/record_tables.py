# Writes what CPython answers to calls that ported handlers make: python3.13 record_tables.py > ../resources/dev/gangway/porting/recorded.json
import base64
import builtins
import hashlib
import html
import http.cookies
import json
import operator
import os.path
import re
import sys
import urllib.parse

TEXTS = ['', 'abc', ' a b  c ', 'a,b,,c', 'Grüße', 'a=b=c', '/x/y/', 'It\'s', '"q"', '\t\x00\x7f\x85\u2028\U0001f600', 'ABC def', '12', '\u00b2', 'a\r\nb\nc\r']
NUMBERS = [0, 1, -1, 7, -7, 255, 10 ** 20, 1.5, -0.0, 0.1, 1e16, 1e-5, 123456789.123456789, 1e22, 2.5, 1 / 3, 100.0, 5e-324, 1.7976931348623157e308]
JSONS = [None, True, 1, 1.0, 0.1, 1e100, 'ü€"\\/\n\x7f', [1, [2, {}], []], {'b': 1, 'a': [None, False], 'c': {'x': 'y'}}, {1: 2, None: 3, True: 4}, (1, 2)]
ROWS = []


def encode(value):
    if isinstance(value, bytes):
        return {'bytes': value.decode('latin-1')}
    if isinstance(value, tuple):
        return {'tuple': [encode(each) for each in value]}
    if isinstance(value, list):
        return [encode(each) for each in value]
    if isinstance(value, dict):
        return {'dict': [[encode(key), encode(each)] for key, each in value.items()]}
    return value


def row(name, function, *args, **keywords):
    made = {'call': name, 'args': [encode(each) for each in args], 'keywords': encode(keywords)['dict']}
    try:
        made['result'] = repr(function(*args, **keywords))
    except Exception as error:
        made['error'] = type(error).__name__
    ROWS.append(made)


def methods(kind, values, name, *rest):
    for value in values:
        row(kind + '.' + name, getattr(type(value), name), value, *rest)


for value in TEXTS + NUMBERS + JSONS + [b'', b'a\x00\xff\'"', (), (1,), ['a', b'b', 1.0]]:
    row('python.repr', repr, value)
    row('python.str', str, value)
for text in ['5', ' 5 ', '+5', '-5', '5_0', '0x5', '', 'a', '5.0', '\u0665', None, 5.9, -5.9, True, b'12']:
    row('python.intValue', int, text)
    row('python.floatValue', float, text)
for a in [7, -7, 0, 2.5, -2.5, 'ab', [1], b'x']:
    for b in [2, -2, 0, 0.5, 'ab', [1], b'x', None]:
        for name, function in [('add', operator.add), ('subtract', operator.sub), ('multiply', operator.mul), ('divide', operator.truediv),
                               ('floorDivide', operator.floordiv), ('equal', operator.eq)]:
            row('operators.' + name, function, a, b)
for a, b in [(7, 3), (-7, 3), (7, -3), (-7.5, 2), (7.5, -2), (1, 0)]:
    row('operators.modulo', operator.mod, a, b)
for args in [(), ('a',), (None, 1), (' ',), (' ', 1), ('',)]:
    methods('str', TEXTS, 'split', *args)
    methods('str', TEXTS, 'rsplit', *args)
for name in ['strip', 'lstrip', 'rstrip', 'lower', 'upper', 'title', 'capitalize', 'splitlines', 'isdigit', 'isalpha', 'isalnum', 'isspace', 'swapcase', 'encode']:
    methods('str', TEXTS, name)
for name in ['partition', 'rpartition', 'find', 'rfind', 'count', 'index', 'startswith', 'endswith', 'strip']:
    methods('str', TEXTS, name, 'b')
    methods('bytes', [text.encode() for text in TEXTS], name, b'b')
methods('str', TEXTS, 'replace', 'b', 'XY')
methods('str', TEXTS, 'replace', 'b', 'XY', 1)
methods('str', TEXTS, 'zfill', 5)
methods('str', TEXTS, 'center', 8)
methods('str', TEXTS, 'ljust', 8, '*')
methods('str', TEXTS, 'encode', 'ascii')
methods('str', TEXTS, 'encode', 'ascii', 'replace')
methods('str', TEXTS, 'encode', 'latin-1', 'ignore')
for data in [b'', b'abc', b'\xff', 'ü'.encode(), b' a b ']:
    for name in ['decode', 'hex', 'strip', 'split', 'upper', 'isdigit']:
        methods('bytes', [data], name)
    methods('bytes', [data], 'decode', 'latin-1')
    methods('bytes', [data], 'decode', 'utf-8', 'replace')
    methods('bytes', [data], 'decode', 'ascii', 'ignore')
for start in [None, 0, 1, -1, -9, 9]:
    for stop in [None, 0, 2, -1, 9]:
        for step in [None, 1, 2, -1]:
            for value in ['abcd', b'abcd', [1, 2, 3, 4]]:
                row('operators.slice', lambda x, a, b, c: x[a:b:c], value, start, stop, step)
for format, values in [('%s', 'a'), ('%d', 5), ('%d', 5.9), ('%5d|%-5d|%05d', (1, 2, 3)), ('%x %X %o %#x', (255, 255, 8, 255)), ('%.2f', 2.675), ('%e', 12345.678), ('%g', 1e10),
                       ('%r', 'a\'b'), ('%s %s', ('a',)), ('%s', ('a', 'b')), ('%(a)s', {'a': 1}), ('%%', ()), ('%s', None), ('%s', [1, 'x']), ('%c', 65), ('%5.1f|', 3.14159), ('%+d', 3), ('%s', 1.0), ('%i', 3),
                       ('%10s|%-10s|', ('a', 'b')), ('%.3s', 'abcdef'), ('%d', 'a')]:
    row('str.percent', operator.mod, format, values)
for spec in ['', 'd', '5', '<5', '>5', '^5', '05', ',', '_', '+', 'x', '#x', 'b', 'e', '.2f', '.3g', '%', '.1%', ',.2f', '*^9', '10.3f', 'n?']:
    for value in [0, 1234567, -5, 3.14159, 1e10, 0.5]:
        row('python.format', builtins.format, value, spec)
for spec in ['', '5', '>5', '*^7', '.2', 's']:
    row('python.format', builtins.format, 'abc', spec)
for format, args in [('{} {}', (1, 'a')), ('{0}{1}{0}', ('a', 'b')), ('{{}}', ()), ('{!r}', ('a',)), ('{:>5}|{:<5}|', (1, 'x')), ('{0[1]}', ([1, 2],)), ('{}', ()), ('{:.2f}', (1.005,)), ('{:{}}', (5, 4)), ('}', ())]:
    row('str.format', str.format, format, *args)
for value in JSONS:
    row('json.dumps', json.dumps, value)
    row('json.dumps', json.dumps, value, indent=2)
    row('json.dumps', json.dumps, value, sort_keys=True) if not isinstance(value, dict) or all(isinstance(key, str) for key in value) else None
    row('json.dumps', json.dumps, value, ensure_ascii=False, separators=(',', ':'))
row('json.dumps', json.dumps, b'x')
row('json.dumps', json.dumps, float('nan'))
for text in ['{}', '[1, 2.5, -0, 1e3, 12345678901234567890]', '"\\u00fc\\n\\ud83d\\ude00"', 'null', ' true ', '{"a": {"b": []}}', '', '{', '[1,]', '{"a":}', "{'a': 1}", 'NaN', '01', '"\n"', '[1] x', '{"a": 1, "a": 2}', '"\\x"']:
    row('json.loads', json.loads, text)
for text in TEXTS[:-5] + ['a b&c=d/e?f#g~h', 'é', '100%', '+', '%41%zz%', '%C3%BC%FF', 'a+b']:
    for name in ['quote', 'quote_plus', 'unquote', 'unquote_plus']:
        row('urllib_parse.' + name, getattr(urllib.parse, name), text)
row('urllib_parse.quote', urllib.parse.quote, 'a/b c', '')
row('urllib_parse.urlencode', urllib.parse.urlencode, {'a': 'b c', 'd': 1, 'e': 'ü&'})
row('urllib_parse.urlencode', urllib.parse.urlencode, {'a': [1, 2]}, True)
for query in ['', 'a=1&b=2&a=3', 'a=&b', 'a=%20+x', '&&', 'a=1;b=2', 'x=ü', '=v', 'a==b']:
    row('urllib_parse.parse_qs', urllib.parse.parse_qs, query)
    row('urllib_parse.parse_qsl', urllib.parse.parse_qsl, query)
    row('urllib_parse.parse_qs', urllib.parse.parse_qs, query, True)
for url in ['', '/', '/a/b?x=1#f', 'http://u:p@h.example:80/p;q?x#y', '//h/p', 'mailto:a@b', '/a;b/c;d', 'h:80/x', '/?', '?a=b', '/a:b']:
    row('urllib_parse.urlparse', urllib.parse.urlparse, url)
for text in ['<a href="x">&\'</a>', '', None]:
    row('html.escape', html.escape, text)
    row('html.escape', html.escape, text, False)
for data in [b'', b'a', b'user:secret', bytes(range(256))]:
    row('base64.b64encode', base64.b64encode, data)
    row('base64.urlsafe_b64encode', base64.urlsafe_b64encode, data)
for text in ['dXNlcjpzZWNyZXQ=', 'YQ==', 'YQ', '', '!!!!', 'Y Q = =']:
    row('base64.b64decode', base64.b64decode, text)
for path in ['', '/', 'a', '/a/b', '/a/b/', 'a//b', '../a/./b/..', '//a', '///a', '.bashrc', 'a.tar.gz', '/a.b/c', 'a.', '..']:
    for name in ['basename', 'dirname', 'split', 'splitext', 'normpath', 'isabs']:
        row('os_path.' + name, getattr(os.path, name), path)
for args in [('a', 'b'), ('a/', 'b'), ('a', '/b'), ('', 'b'), ('a', ''), ('a', 'b', 'c')]:
    row('os_path.join', os.path.join, *args)
for pattern, text in [(r'(\d+)-(\d+)', 'a 12-34'), (r'^/api/(?P<name>\w+)$', '/api/x_1'), (r'x', 'abc'), (r'a|b', 'cab')]:
    row('re.findall', re.findall, pattern, text)
    row('re.split', re.split, pattern, text)
    row('re.sub', re.sub, pattern, '-', text)
for text in ['a-b.c', '/x?y=1', 'ü']:
    row('re.escape', re.escape, text)
json.dump({'python': sys.version.split()[0], 'rows': ROWS}, sys.stdout, indent=None, separators=(',', ':'))
