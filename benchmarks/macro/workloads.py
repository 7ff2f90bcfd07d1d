"""What is asked of the subjects."""

from dataclasses import dataclass

import content


@dataclass(frozen=True)
class Workload:
    name: str
    path: str
    kind: str  # file, once (and closed), listing, hello, cgi, site: who can answer it, and what is right
    connections: int = 32
    headers: tuple = ()
    http10: bool = False
    limited: int = 0  # one request in so many is the last of its connection
    tls: bool = False
    discards: bool = False  # the client takes content without a look at it, and so leaves the processors to the server
    only: tuple = ()  # subjects, where not all are worth the time
    more: tuple = ()  # paths that are asked for in turns with the first

    def paths(self):
        return (self.path, *self.more)


FEW = ("Gangway", "Gangway, command line, log to a file", "nginx", "Vert.x", "Undertow", "Tomcat", "Jetty", "jwebserver",
       "floor: files, virtual threads", "floor: from memory")

SITE = tuple(f"/site/{name}" for name in content.SITE)

ALL = [
    Workload("1 KiB file, keep-alive, 32 connections", "/1k", "file"),
    Workload("1 KiB file, keep-alive, 256 connections", "/1k", "file", connections=256, only=FEW),
    Workload("1 KiB file, keep-alive, 1,024 connections", "/1k", "file", connections=1024, only=FEW),
    Workload("1 KiB file, a new connection per request", "/1k", "once", headers=("Connection: close",)),
    Workload("1 KiB file, ten requests per connection", "/1k", "file", limited=10, only=FEW),
    Workload("1 KiB file, HTTP/1.0", "/1k", "once", http10=True),
    Workload("1 KiB file, TLS, 32 connections", "/1k", "file", tls=True),
    Workload("1 KiB file, TLS, a new connection per request", "/1k", "once", tls=True, headers=("Connection: close",)),
    Workload("100 KiB file, keep-alive, 32 connections", "/100k", "file"),
    Workload("10 MiB file, 4 connections", "/10m", "file", connections=4),
    Workload("10 MiB file, 4 connections, client that discards", "/10m", "file", connections=4, only=FEW, discards=True),
    Workload("site of twenty files with siblings, 32 connections", SITE[0], "site", more=SITE[1:],
             headers=("Accept-Encoding: br, gzip",)),
    Workload("site of twenty files with siblings, 1,024 connections", SITE[0], "site", more=SITE[1:],
             headers=("Accept-Encoding: br, gzip",), connections=1024),
    Workload("listing of 1,000 entries, 8 connections", "/listing/", "listing", connections=8),
    Workload("13-byte handler, keep-alive, 32 connections", "/hello", "hello"),
    Workload("CGI script of the shell, 8 connections", "/cgi-bin/hello.sh", "cgi", connections=8),
]

NO_GOAL = ("1 KiB file, HTTP/1.0", "1 KiB file, TLS, a new connection per request", "10 MiB file, 4 connections")
