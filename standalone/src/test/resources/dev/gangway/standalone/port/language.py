import sys
from http.server import BaseHTTPRequestHandler


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)
        self.end_headers()


class Point:
    def __init__(self, x, y=2):
        self.x = x
        self.y = y


def show(first, second="b", *rest, **more):
    return "%r %r %r %r" % (first, second, rest, sorted(more.items()))


def plain(a, b=5, c=6):
    return [a, b, c]


def counter(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def total(values):
    result = 0

    def add(value):
        nonlocal result
        result += value

    for value in values:
        add(value)
    return result


def later():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    return [f() for f in functions]


def kind(value):
    match value:
        case "a" | "b":
            return "letter"
        case 1 | 2:
            return "small"
        case None:
            return "none"
        case True:
            return "true"
        case [x, y] if x == y:
            return "twins %s" % x
        case [x, *others]:
            return "list %s %s" % (x, others)
        case {"name": name, **left}:
            return "named %s %s" % (name, sorted(left))
        case Point(x=0, y=y):
            return "on axis %s" % y
        case Point():
            return "point"
        case str(text):
            return "text " + text
        case _:
            return "other"


def verb(word):
    match word:
        case "GET" | "HEAD":
            return 1
        case "POST":
            return 2
        case "PUT":
            return 3
        case _:
            return 0


def same(x):
    return type(x) is str, type(x) is int


class Stack:
    def __init__(self):
        self.items = [1, 2]

    def take(self):
        self.items.append(len(self.items))
        return True, len(self.items)

    class Level:
        name = "inner"

        def get(self):
            return self.name


try:
    BROKEN = (KeyError, ZeroDivisionError)
except NameError:
    BROKEN = (IndexError,)


def caught(key):
    try:
        return 1 // {"a": 0, "b": 1}[key]
    except BROKEN as e:
        return "caught"


def outer(values):
    def scrub(text):
        return text.strip("-")

    def clean(text):
        if text:
            return scrub(text)
        return values[0]

    return [clean(each) for each in ["-a-", ""]]


def ignores(x):
    x.append(1)


def files(path):
    with open(path + ".1", "w") as written:
        written.write("x")
        written.close()
    with open(path + ".1") as unread:
        pass
    with open(path + ".1") as read:
        return read.read()


def main(path):
    out = open(path, "w")

    def put(*values):
        out.write(" ".join(str(each) for each in values) + "\n")

    args = [1, 2, 3]
    named = {"c": 9}
    put(show(*args))
    put(show(0, *args, 7))
    put(show(*args, key=1, **named))
    put(show(first=1, **named))
    put(plain(1, **named))
    put(plain(*[1, 2], **named))
    put(plain(*args[:2]))
    step = counter(10)
    put(step(), step(5), step(by=2))
    put(total([1, 2, 3]))
    put(later())
    for each in ["a", 2, None, [3, 3], [4, 5, 6], {"name": "n", "z": 1}, Point(0, 8), Point(1), "zz", 3.5]:
        put(kind(each))
    put(verb("HEAD"), verb("PUT"), verb("x"))
    put(same("x"), same(5))
    put([*args, 4], {**named, "d": 1})
    stack = Stack()
    ok, size = stack.take()
    put(ok, size, stack.items)
    first, *rest = [1, 2, 3]
    *before, last = "xyz"
    head, *middle, tail = (1, 2)
    put(first, rest, before, last, head, middle, tail)
    put(1.5 if rest else 0, 0 if rest else 1.5, (rest and 1.5) or 0, 0 or 2.5)
    put({"a": 1.5}.get(last, 2.0) * 2, {"a": 1.5}["a"] + 1)
    put(caught("a"), caught("b"), caught("c"))
    put(outer(["none"]))
    nothing = ignores(rest)
    put(nothing, rest)
    put(Stack.Level().get(), Stack.Level().name)
    put(sys.version_info.major, sys.version_info[0], sys.version_info >= (3, 6))
    put([None], (None,), {"a": ["b"]}.get("c", [None]), files(path))
    out.close()


if __name__ == "__main__":
    main(sys.argv[1])
