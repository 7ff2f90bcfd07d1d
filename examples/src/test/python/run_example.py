#!/usr/bin/env python3
"""Serves one of the legacy examples: run_example.py MODULE PORT FOLDER, in which the files are made."""

import importlib
import os
import sys
from http.server import ThreadingHTTPServer

import record_examples
import record_golden

name, port, folder = sys.argv[1:]
record_golden.GOLDEN = record_examples.FIXTURE
record_golden.mimetypes.knownfiles.clear()
record_golden.mimetypes.init()
record_examples.build_fixture(folder)
os.chdir(folder)
module = importlib.import_module("legacy." + name)
server = ThreadingHTTPServer(("127.0.0.1", int(port)), record_examples.handler_class(module))
if hasattr(module, "configure"):
    module.configure(server)
server.serve_forever()
