"""A client for large files that lets the kernel throw content away, so that copying it takes no time from the server."""

import socket
import struct
import threading
import time

PIECE = 1 << 20


def load(port, path, connections, seconds):
    """Asks for a path again and again: responses, responses a second, failures, milliseconds that one in a hundred takes longer than."""
    taken, failures = [], []
    begin = time.monotonic()
    threads = [threading.Thread(target=ask, args=(port, path, begin + seconds, taken, failures)) for _ in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.monotonic() - begin
    slowest = sorted(taken)[len(taken) * 99 // 100] * 1000 if taken else 0
    return len(taken), len(taken) / spent, len(failures), slowest


def ask(port, path, end, taken, failures):
    request = f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode()
    room = bytearray(PIECE)
    try:
        with socket.create_connection(("127.0.0.1", port), 10) as s:
            s.settimeout(None)  # with a limit of its own Python would ask twice for each piece
            s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", 30, 0))
            while time.monotonic() < end:
                begin = time.monotonic()
                s.sendall(request)
                left = rest_of(s)
                while left > 0:
                    n = s.recv_into(room, min(left, PIECE), socket.MSG_TRUNC)
                    if n == 0:
                        raise OSError("closed")
                    left -= n
                taken.append(time.monotonic() - begin)
    except OSError as e:
        failures.append(e)


def rest_of(s):
    """Reads a head, and returns how much content is still to come."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = s.recv(4096)
        if not piece:
            raise OSError("closed")
        got += piece
    head, _, begun = got.partition(b"\r\n\r\n")
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line[15:]) - len(begun)
    raise OSError("no length")
