"""What is asked of the subjects."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Workload:
    name: str
    path: str
    kind: str  # file, listing, hello, cgi: who can answer it, and what is right
    connections: int = 32
    headers: tuple = ()
    http10: bool = False
    tls: bool = False
    warm_up: int = 40_000  # responses before anything is counted
    baseline: str = "nginx"
    without: tuple = field(default=())  # subjects that would take too long


ALL = [
    Workload("1 KiB file, keep-alive, 32 connections", "/1k", "file"),
    Workload("1 KiB file, keep-alive, 256 connections", "/1k", "file", connections=256),
    Workload("1 KiB file, a new connection per request", "/1k", "file", headers=("Connection: close",), warm_up=20_000),
    Workload("1 KiB file, HTTP/1.0", "/1k", "file", http10=True, warm_up=10_000),
    Workload("1 KiB file, TLS, 32 connections", "/1k", "file", tls=True),
    Workload("100 KiB file, keep-alive, 32 connections", "/100k", "file", warm_up=20_000),
    Workload("10 MiB file, 4 connections", "/10m", "file", connections=4, warm_up=500),
    Workload("listing of 1,000 entries, 8 connections", "/listing/", "listing", connections=8, warm_up=2_000,
             baseline="jwebserver"),
    Workload("13-byte handler, keep-alive, 32 connections", "/hello", "hello", baseline="floor: fixed bytes"),
    Workload("CGI script of the shell, 8 connections", "/cgi-bin/hello.sh", "cgi", connections=8, warm_up=300,
             baseline="CPython"),
]
