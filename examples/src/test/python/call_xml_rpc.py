#!/usr/bin/env python3
"""Calls the methods of the example XmlRpc with Python's own client: call_xml_rpc.py PORT. Prints one line a check."""

import sys
import xmlrpc.client
from datetime import datetime

URL = "http://127.0.0.1:%s/RPC2" % sys.argv[1]


class Transport(xmlrpc.client.Transport):
    """Keeps the codings of what comes back."""

    def __init__(self):
        super().__init__()
        self.encode_threshold = 100  # compress requests, too
        self.codings = []

    def parse_response(self, response):
        self.codings.append(response.getheader("Content-Encoding", ""))
        return super().parse_response(response)


def check(name, got, expected):
    if got != expected:
        sys.exit("%s: got %r, expected %r" % (name, got, expected))
    print(name)


def fault(name, expected, function, *arguments):
    try:
        check(name, function(*arguments), "a fault")
    except xmlrpc.client.Fault as found:
        check(name, (found.faultCode, found.faultString), expected)


transport = Transport()
with xmlrpc.client.ServerProxy(URL, transport=transport, allow_none=True) as server:
    check("sum", server.add(2, 40), 42)
    check("sum of doubles", server.add(0.1, 0.2), 0.1 + 0.2)
    for value in (None, True, -1, 1e300, "\u20ac <&>", "", [], {}, [1, ["a", {"b": None}]], {"k": [False, 2.5]}):
        check("echo %r" % (value,), server.echo(value), value)
    methods = ["add", "date", "echo", "fail", "long", "system.listMethods", "system.methodHelp"]
    methods += ["system.methodSignature", "system.multicall", "zeros"]
    check("introspection", server.system.listMethods(), methods)
    check("signature", server.system.methodSignature("add"), "signatures not supported")
    check("help", server.system.methodHelp("echo"), "Returns its argument.")
    check("date", server.date(), xmlrpc.client.DateTime("20231114T22:13:20"))
    now = xmlrpc.client.DateTime(datetime(2026, 2, 28, 1, 2, 3))
    check("date back", server.echo(now), now)
    check("binary", server.zeros(1000).data, bytes(1000))
    everything = bytes(range(256)) * 5
    check("binary back", server.echo(xmlrpc.client.Binary(everything)).data, everything)
    fault("fault", (42, "as you like"), server.fail, 42)
    fault("unknown method", (1, "<class 'Exception'>:method \"no.such\" is not supported"), server.no.such)
    fault("too large", (1, "<class 'OverflowError'>:int exceeds XML-RPC limits"), server.add, 2**31 - 1, 1)
    multicall = xmlrpc.client.MultiCall(server)
    multicall.add(1, 2)
    multicall.fail(7)
    multicall.echo("x")
    results = multicall()
    check("multicall", (results[0], results[2]), (3, "x"))
    fault("fault in a multicall", (7, "as you like"), results.__getitem__, 1)
    transport.codings.clear()
    check("long", server.long(100000), "x" * 100000)
    check("compressed", transport.codings, ["gzip"])
    transport.accept_gzip_encoding = False
    transport.codings.clear()
    check("long, not compressed", server.long(100000), "x" * 100000)
    check("as asked", transport.codings, [""])
builtin = xmlrpc.client.ServerProxy(URL, use_builtin_types=True)
with builtin:
    check("built-in date", builtin.date(), datetime(2023, 11, 14, 22, 13, 20))
    check("built-in bytes", builtin.zeros(3), bytes(3))
