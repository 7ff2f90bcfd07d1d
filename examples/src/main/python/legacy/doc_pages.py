import pydoc


def page(url, content_type):
    return "the URL sent was: (%s, %s) \u20ac\n" % (url, content_type)


def handler():
    """The class is inside of a function of pydoc: a server that is stopped at once hands it out."""
    thread = pydoc._start_server(page, "127.0.0.1", 0)
    found = thread.docserver.handler
    thread.stop()
    return found
