from http.server import SimpleHTTPRequestHandler


class ShoutingFiles(SimpleHTTPRequestHandler):
    def guess_type(self, path):
        kind = super().guess_type(path)
        return kind + "; charset=utf-8" if kind == "text/plain" else kind

    def copyfile(self, source, outputfile):
        for line in source:
            outputfile.write(line.upper())
