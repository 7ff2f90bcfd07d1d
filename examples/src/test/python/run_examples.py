#!/usr/bin/env python3
"""Serves all legacy examples: run_examples.py FOLDER, in which files are made. Prints their names and ports, then an empty line."""

import importlib
import os
import signal
import sys
from http.server import ThreadingHTTPServer

import record_examples
import record_golden
from example_requests import REQUESTS

record_golden.GOLDEN = record_examples.FIXTURE
record_golden.mimetypes.knownfiles.clear()
record_golden.mimetypes.init()
for name in REQUESTS:
    folder = os.path.join(sys.argv[1], name)
    os.makedirs(folder)
    record_examples.build_fixture(folder)
    module = importlib.import_module("legacy." + name)
    server = ThreadingHTTPServer(("127.0.0.1", 0), record_examples.handler_class(module))
    if hasattr(module, "configure"):
        module.configure(server)
    # A process for each: handlers of files serve the directory that their process is in.
    if os.fork() == 0:
        os.chdir(folder)
        server.serve_forever()
    server.server_close()
    print(name, server.server_port)
print(flush=True)
signal.pause()
