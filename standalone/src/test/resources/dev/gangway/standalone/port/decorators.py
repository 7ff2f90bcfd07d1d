import contextlib
import functools
import itertools
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


def forever(log):
    n = 0
    try:
        while True:
            log.append("make %d" % n)
            got = yield n
            if got is not None:
                log.append(got)
            n += 1
    finally:
        log.append("closed")


def chained(first, *rest, last=9):
    yield first
    yield from rest
    yield from evens(3)
    if last > 5:
        return
    yield last


def broken():
    yield 1
    raise KeyError("late")


@contextlib.contextmanager
def opened(log, name, swallow=False):
    log.append("open " + name)
    try:
        yield name.upper()
    except ValueError:
        log.append("failed " + name)
        if not swallow:
            raise
    finally:
        log.append("close " + name)


class Swallows:
    def __enter__(self):
        return "in"

    def __exit__(self, kind, value, trace):
        return kind is not None and isinstance(value, KeyError)


def returns(log):
    with opened(log, "r") as name:
        return name


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
    log = []
    numbers = forever(log)
    put(log)
    put(next(numbers), next(numbers))
    log.append("used")
    put(numbers.send("sent"), log)
    for each in numbers:
        if each > 4:
            break
    numbers.close()
    put(each, log, list(numbers), next(numbers, "end"))
    put(list(itertools.islice(forever([]), 3)))
    put(list(chained(1, 2, 3)), list(chained(1, last=4)), sum(chained(1, 2)), ",".join(str(n) for n in chained(5)))
    try:
        for each in broken():
            put(each)
    except KeyError as e:
        put(e)

    def pairs(limit):
        for n in range(limit):
            yield n, limit
            limit = limit

    put(list(pairs(2)), dict(pairs(2)))
    log = []
    with opened(log, "a") as name:
        put(name)
    with opened(log, "b", swallow=True):
        raise ValueError("b")
    try:
        with opened(log, "c"):
            raise ValueError("c")
    except ValueError as e:
        put("raised", e)
    try:
        with opened(log, "d"):
            raise KeyError("d")
    except KeyError as e:
        put("raised", e)
    put(returns(log), log)
    with Swallows() as state:
        put(state)
        raise KeyError("k")
    try:
        with Swallows():
            raise IndexError("i")
    except IndexError as e:
        put(e)
    out.close()


if __name__ == "__main__":
    main(sys.argv[1])
