"""Start-up and memory."""

import socket
import statistics
import subprocess
import time

import rounds
import workloads

STARTS = 5
IDLE_CONNECTIONS = 5_000
WARM_UP = workloads.ALL[0]  # a server that has so many clients is compiled
REQUEST = b"GET /1k HTTP/1.1\r\nHost: localhost\r\n\r\n"
STARTED = ("Gangway, command line, log to a file", "jwebserver", "CPython", "nginx", "floor: files, platform threads",
           "Jetty", "Tomcat", "Gangway, image", "Gangway, class data archive", "Gangway, ahead-of-time cache")
LOADED = ("nginx", "Gangway, command line, log to a file", "Gangway, image", "Vert.x", "Tomcat")
SIZES = tuple(w for w in workloads.ALL if w.name in (
    "1 KiB file, keep-alive, 32 connections", "100 KiB file, keep-alive, 32 connections", "10 MiB file, 4 connections"))
IDLE = ("Gangway", "nginx", "Tomcat", "Jetty", "robaho", "jwebserver", "CPython", "floor: files, virtual threads")


def start_up(known, tree):
    """Milliseconds from the start of the process to the first byte, in turns; and milliseconds of CPU up to there."""
    found = {name: ([], []) for name in STARTED if name in known}
    for subject in (known[name] for name in found if known[name].training):
        first_byte(subject.run(subject.training))
        subject.stop()
    for _ in range(STARTS):
        for name, (times, cpu) in found.items():
            subject = known[name]
            begin = time.monotonic()
            subject.start()
            first_byte(subject)
            times.append((time.monotonic() - begin) * 1000)
            cpu.append(sum(rounds.cpu(subject)) * 1000)
            subject.stop()
    return {name: (statistics.median(t), min(t), statistics.median(c)) for name, (t, c) in found.items()}


def first_byte(subject):
    while True:
        try:
            with socket.create_connection(("127.0.0.1", subject.port), 5) as s:
                s.sendall(REQUEST)
                if s.recv(1):
                    return
        except OSError:
            if subject.process.poll() is not None:
                raise SystemExit(f"{subject.name} ended: {subject.process.args}")
            time.sleep(0.002)


def loaded_memory(known):
    """KiB resident of a new process after load of each size, with the garbage that the load left."""
    found = {}
    for name in LOADED:
        if name in known:
            subject = known[name].start().wait_ready()
            for workload in SIZES:
                rounds.wrk(workload, subject, rounds.COLD_SECONDS)
            found[name] = sum(rounds.resident(pid) for pid in subject.pids())
            subject.stop()
    return found


def idle_memory(known):
    """KiB resident for each connection that has had one answer and waits; before and after 5,000 of them."""
    found = {}
    for name in IDLE:
        if name not in known:
            continue
        subject = known[name].start().wait_ready()
        opened = []
        try:
            rounds.wrk(WARM_UP, subject, rounds.COLD_SECONDS)
            before = memory(subject)
            for _ in range(IDLE_CONNECTIONS):
                opened.append(ask(subject.port))
            after = memory(subject)
            found[name] = (before, after, (after - before) / IDLE_CONNECTIONS)
        except OSError as e:
            found[name] = (0, 0, f"{len(opened)} connections, then {e}")
        finally:
            for s in opened:
                s.close()
            subject.stop()
    return found


def ask(port):
    s = socket.create_connection(("127.0.0.1", port), 10)
    s.sendall(REQUEST)
    got = b""
    while len(got) < 1024 or b"\r\n\r\n" not in got or len(got) - got.index(b"\r\n\r\n") - 4 < 1024:
        piece = s.recv(65536)
        if not piece:
            raise OSError("closed")
        got += piece
    return s


def memory(subject):
    """What is resident once garbage is gone: a heap that was not collected yet says nothing of connections."""
    if "java" in subject.process.args[0] or "jwebserver" in subject.process.args[0]:
        jcmd = subject.process.args[0].rsplit("/", 1)[0] + "/jcmd"
        for _ in range(2):
            subprocess.run([jcmd, str(subject.process.pid), "GC.run"], check=True, stdout=subprocess.DEVNULL)
    time.sleep(0.5)
    return sum(rounds.resident(pid) for pid in subject.pids())
