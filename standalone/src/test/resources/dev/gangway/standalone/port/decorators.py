import functools
import sys
from http.server import BaseHTTPRequestHandler

LOG = []


def logged(function):
    """Notes each call."""
    @functools.wraps(function)
    def wrapper(self, *args, **kwargs):
        LOG.append("before %s" % self.name)
        result = function(self, *args, **kwargs)
        LOG.append("after")
        return result
    return wrapper


def times(count):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(count)]
        return wrapper
    return decorate


def once(function):
    calls = 0

    @functools.wraps(function)
    def wrapper(value):
        nonlocal calls
        calls += 1
        return "%s %s" % (calls, function(value))
    return wrapper


class H(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(204)
        self.end_headers()


class Box:
    def __init__(self, name):
        self.name = name
        self._size = 1

    @logged
    def add(self, a, b=2):
        return a + b

    @logged
    def clear(self):
        LOG.append("cleared")

    @property
    def size(self):
        return self._size

    @size.setter
    def size(self, value):
        self._size = value * 2


class Guard:
    def __init__(self, log):
        self.log = log

    def __enter__(self):
        self.log.append("enter")
        return self

    def __exit__(self, kind, value, trace):
        self.log.append("exit")
        return False

    def work(self):
        self.log.append("work")


@times(3)
def twice(x):
    return x * 2


@once
def hello(name):
    return "hello " + name


def evens(limit):
    n = 0
    while True:
        if n >= limit:
            return
        yield n
        n += 2


def main(path):
    out = open(path, "w")

    def put(*values):
        out.write(" ".join(str(each) for each in values) + "\n")

    box = Box("b")
    put(box.add(1), box.add(1, 5))
    box.clear()
    box.size = 4
    put(box.size)
    put(LOG)
    put(twice(4))
    put(hello("a"), hello("b"))
    log = []
    with Guard(log) as guard:
        guard.work()
    try:
        with Guard(log):
            raise ValueError("x")
    except ValueError as e:
        put(e)
    put(log)
    put(list(evens(7)))
    out.close()


if __name__ == "__main__":
    main(sys.argv[1])
