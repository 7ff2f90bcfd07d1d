# Prints the syntax tree of a Python module as JSON, for `gangway port`. The module is parsed and never run.
# Runs on Python 2.7 and 3.6 and later; the differences between their trees end here.
import ast
import io
import json
import re
import sys
import tokenize

PYTHON_2 = sys.version_info[0] == 2


def source_lines(data):
    """The lines as text, in the encoding that the module declares."""
    encoding = 'utf-8'
    for line in data.split(b'\n')[:2]:
        match = re.match(br'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', line)
        if match:
            encoding = match.group(1).decode('ascii')
            break
    if data.startswith(b'\xef\xbb\xbf'):
        data = data[3:]
    try:
        text = data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        text = data.decode('latin-1')
    return text.replace('\r\n', '\n').split('\n')


def tokens(data):
    if PYTHON_2:
        return tokenize.generate_tokens(io.BytesIO(data).readline)
    return tokenize.tokenize(io.BytesIO(data).readline)


def comments_and_ends(data):
    """Comments as [line, whether it stands alone, text], and the last line of the logical line of each line."""
    comments, ends, start = [], {}, 0
    try:
        for token in tokens(data):
            kind, text, begin, end, line = token[:5]
            if kind == tokenize.COMMENT:
                if PYTHON_2 and isinstance(text, bytes):
                    text = text.decode('utf-8', 'replace')
                if isinstance(line, bytes):
                    alone = not line[:begin[1]].strip()
                else:
                    alone = line[:begin[1]].strip() == ''
                comments.append([begin[0], alone, text])
            elif kind == tokenize.NEWLINE:
                for number in range(start or begin[0], begin[0] + 1):
                    ends[number] = begin[0]
                start = 0
            elif kind not in (tokenize.NL, tokenize.INDENT, tokenize.DEDENT) and not start and text:
                start = begin[0]
    except (tokenize.TokenError, IndentationError, SyntaxError):
        pass
    return comments, ends


def constant(value):
    if value is None:
        return {'t': 'Constant', 'k': 'none'}
    if value is True or value is False:
        return {'t': 'Constant', 'k': 'bool', 'v': value}
    if value is Ellipsis:
        return {'t': 'Constant', 'k': 'ellipsis'}
    if isinstance(value, float):
        return {'t': 'Constant', 'k': 'float', 'v': repr(value)}
    if isinstance(value, complex):
        return {'t': 'Constant', 'k': 'complex', 'v': repr(value)}
    if isinstance(value, int) or type(value).__name__ == 'long':
        return {'t': 'Constant', 'k': 'int', 'v': str(value)}
    if isinstance(value, bytes):
        return {'t': 'Constant', 'k': 'str2' if PYTHON_2 else 'bytes', 'v': value.decode('latin-1')}
    return {'t': 'Constant', 'k': 'str', 'v': value}


class Tree(object):
    def __init__(self, ends):
        self.ends = ends

    def nodes(self, values):
        return [self.node(value) for value in values]

    def node(self, node):
        if node is None:
            return None
        kind = type(node).__name__
        special = getattr(self, kind, None)
        made = special(node) if special else self.plain(node)
        line = getattr(node, 'lineno', None)
        if isinstance(made, dict) and line is not None and 'l' not in made:
            made['l'] = line
            if isinstance(node, ast.stmt):
                last = max(getattr(child, 'lineno', line) for child in ast.walk(node))
                last = max(last, getattr(node, 'end_lineno', None) or line)
                made['e'] = max(last, self.ends.get(last, last))
                decorators = getattr(node, 'decorator_list', [])
                made['l'] = min([line] + [each.lineno for each in decorators])
                made['s'] = 1
        return made

    def plain(self, node):
        made = {'t': type(node).__name__}
        for field, value in ast.iter_fields(node):
            if field in ('ctx', 'type_comment', 'type_ignores', 'kind', 'type_params'):
                continue
            if isinstance(value, list):
                made[field] = [self.node(item) if isinstance(item, ast.AST) else item for item in value]
            elif isinstance(value, (ast.operator, ast.unaryop, ast.boolop, ast.cmpop)):
                made[field] = type(value).__name__
            elif isinstance(value, ast.AST):
                made[field] = self.node(value)
            else:
                made[field] = value
        return made

    # Constants of all versions
    def Constant(self, node):
        return constant(node.value)

    def NameConstant(self, node):
        return constant(node.value)

    def Num(self, node):
        return constant(node.n)

    def Str(self, node):
        return constant(node.s)

    def Bytes(self, node):
        return constant(node.s)

    def Ellipsis(self, node):
        return constant(Ellipsis)

    def Name(self, node):
        if PYTHON_2 and node.id in ('True', 'False', 'None'):
            return constant({'True': True, 'False': False, 'None': None}[node.id])
        return {'t': 'Name', 'id': node.id}

    def Index(self, node):
        return self.node(node.value)

    def MatchSingleton(self, node):
        return {'t': 'MatchSingleton', 'value': constant(node.value)}

    def Compare(self, node):
        return {'t': 'Compare', 'left': self.node(node.left), 'ops': [type(op).__name__ for op in node.ops],
                'comparators': self.nodes(node.comparators)}

    def Call(self, node):
        args = self.nodes(node.args)
        keywords = [{'arg': each.arg, 'value': self.node(each.value)} for each in node.keywords]
        if getattr(node, 'starargs', None):
            args.append({'t': 'Starred', 'value': self.node(node.starargs)})
        if getattr(node, 'kwargs', None):
            keywords.append({'arg': None, 'value': self.node(node.kwargs)})
        return {'t': 'Call', 'func': self.node(node.func), 'args': args, 'keywords': keywords}

    def Repr(self, node):
        return {'t': 'Call', 'func': {'t': 'Name', 'id': 'repr', 'l': node.lineno}, 'args': [self.node(node.value)],
                'keywords': []}

    def arguments(self, node):
        positional = list(getattr(node, 'posonlyargs', [])) + list(node.args)
        defaults = [None] * (len(positional) - len(node.defaults)) + list(node.defaults)
        made = []
        for arg, default in zip(positional, defaults):
            made.append(self.parameter(arg, default))
        only = [self.parameter(arg, default)
                for arg, default in zip(getattr(node, 'kwonlyargs', []), getattr(node, 'kw_defaults', []))]
        return {'t': 'arguments', 'args': made, 'kwonly': only,
                'vararg': getattr(node.vararg, 'arg', node.vararg), 'kwarg': getattr(node.kwarg, 'arg', node.kwarg)}

    def parameter(self, arg, default):
        name = getattr(arg, 'arg', None) or getattr(arg, 'id', None) or '_'
        return {'name': name, 'default': self.node(default), 'annotation': self.node(getattr(arg, 'annotation', None)),
                'odd': not hasattr(arg, 'arg') and not hasattr(arg, 'id')}

    def ExceptHandler(self, node):
        name = node.name
        return {'t': 'ExceptHandler', 'type': self.node(node.type), 'body': self.nodes(node.body),
                'name': name.id if isinstance(name, ast.Name) else name if not isinstance(name, ast.AST) else '?'}

    def Raise(self, node):
        if not PYTHON_2:
            return self.plain(node)
        exc = self.node(node.type)
        if node.inst is not None:
            inst = self.node(node.inst)
            args = inst['elts'] if inst['t'] == 'Tuple' else [inst]
            exc = {'t': 'Call', 'func': exc, 'args': args, 'keywords': [], 'l': node.lineno}
        return {'t': 'Raise', 'exc': exc, 'cause': None}

    def TryExcept(self, node):
        return {'t': 'Try', 'body': self.nodes(node.body), 'handlers': self.nodes(node.handlers),
                'orelse': self.nodes(node.orelse), 'finalbody': []}

    def TryFinally(self, node):
        body = node.body
        if len(body) == 1 and type(body[0]).__name__ == 'TryExcept' and body[0].lineno == node.lineno:
            inner = self.TryExcept(body[0])
            inner['finalbody'] = self.nodes(node.finalbody)
            return inner
        return {'t': 'Try', 'body': self.nodes(body), 'handlers': [], 'orelse': [],
                'finalbody': self.nodes(node.finalbody)}

    def With(self, node):
        if hasattr(node, 'items'):
            items = [[self.node(item.context_expr), self.node(item.optional_vars)] for item in node.items]
        else:
            items = [[self.node(node.context_expr), self.node(node.optional_vars)]]
        return {'t': 'With', 'items': items, 'body': self.nodes(node.body)}

    def Print(self, node):
        return {'t': 'Print', 'dest': self.node(node.dest), 'values': self.nodes(node.values), 'nl': node.nl}


def count(node):
    """The statements of a tree, docstrings left out."""
    total = 0
    for each in ast.walk(node):
        if isinstance(each, ast.stmt):
            total += 1
        if isinstance(each, (ast.Module, ast.ClassDef, ast.FunctionDef, getattr(ast, 'AsyncFunctionDef', ast.Module))):
            if each.body and is_docstring(each.body[0]):
                total -= 1
    return total


def is_docstring(statement):
    value = getattr(statement, 'value', None)
    return isinstance(statement, ast.Expr) and (
        type(value).__name__ == 'Str' or type(value).__name__ == 'Constant' and isinstance(value.value, str))


def main():
    sys.setrecursionlimit(10000)
    with open(sys.argv[1], 'rb') as file:
        data = file.read()
    data = data.replace(b'\r\n', b'\n').replace(b'\r', b'\n')
    if not data.endswith(b'\n'):
        data += b'\n'
    try:
        module = ast.parse(data, sys.argv[1])
    except (SyntaxError, ValueError, TypeError) as error:
        text = getattr(error, 'msg', None) or str(error)
        result = {'error': text, 'line': getattr(error, 'lineno', None), 'python': list(sys.version_info[:2])}
    else:
        comments, ends = comments_and_ends(data)
        tree = Tree(ends)
        result = {'python': list(sys.version_info[:2]), 'body': tree.nodes(module.body), 'comments': comments,
                  'lines': source_lines(data), 'statements': count(module)}
    out = json.dumps(result)
    if not isinstance(out, bytes):
        out = out.encode('ascii')
    getattr(sys.stdout, 'buffer', sys.stdout).write(out)


main()
