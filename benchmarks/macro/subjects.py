"""The servers: how each is started, and what it can answer."""

import os
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "benchmarks" / "target"
JAR = ROOT / "standalone" / "target" / "gangway.jar"
IMAGE = ROOT / "standalone" / "target" / "image"  # if packaging/image.sh has made it

# Few enough for one run of all goals.
NEAREST = (
    "Gangway", "Gangway, protocol HTTP/1.0", "Gangway, command line, log to a file", "Gangway, command line, HTTP/1.0, log to a file",
    "Gangway, hello", "Gangway, prompt hello", "Gangway, image", "Gangway, serve", "Gangway, TLS", "Gangway, CGI", "Gangway, CGI as its own user",
    "nginx", "nginx, TLS", "lighttpd, CGI", "Vert.x", "Undertow", "Tomcat",
    "floor: from memory", "floor: files, virtual threads", "floor: TLS from memory", "floor: CGI")
STARTED_ONLY = ("jwebserver", "CPython")

BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

NGINX = """
{modules}
user root; worker_processes 2; daemon off; pid {scratch}/nginx.pid; error_log {scratch}/nginx.log;
events {{ worker_connections 65536; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000; default_type application/octet-stream;
  client_body_temp_path {scratch}/t1; proxy_temp_path {scratch}/t2; fastcgi_temp_path {scratch}/t3;
  uwsgi_temp_path {scratch}/t4; scgi_temp_path {scratch}/t5;
  server {{ listen 127.0.0.1:{port} backlog=1024 {ssl}; root {tree}; autoindex on; {certificate}
    location /site/ {{ {siblings} }}
    location = /hello {{ return 200 "Hello, World!"; }} }} }}
"""

H2O = """
user: root
num-threads: 2
pid-file: {scratch}/h2o-{port}.pid
listen: {{ host: 127.0.0.1, port: {port} }}
file.send-compressed: ON
file.dirlisting: ON
hosts:
  default:
    paths:
      "/":
        file.dir: "{tree}"
"""

CADDY = """
{{
  admin off
  auto_https off
}}
http://127.0.0.1:{port} {{
  root * {tree}
  file_server browse {{
    precompressed br gzip
  }}
}}
"""

LIGHTTPD = """
server.document-root = "{tree}"
server.bind = "127.0.0.1"
server.port = {port}
server.username = "nobody"
server.groupname = "nogroup"
server.modules = ("mod_cgi")
$HTTP["url"] =~ "^/cgi-bin/" {{ cgi.assign = ("" => "") }}
"""


@dataclass
class Subject:
    name: str
    command: list
    kinds: tuple = ("file",)
    tls: bool = False
    stderr: object = subprocess.DEVNULL
    env: dict = field(default_factory=dict)
    cpu_of_dead: bool = False  # scripts and the like die before they can be asked
    training: list = None  # a command to be run once before

    def start(self):
        return self.run(self.command)

    def run(self, template):
        self.port = free_port()
        command = [part.replace("{port}", str(self.port)) if isinstance(part, str) else part(self.port)
                   for part in template]
        self.log = open(self.stderr, "wb") if isinstance(self.stderr, Path) else self.stderr
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=self.log, env=os.environ | self.env)
        return self

    def is_running(self):
        return hasattr(self, "process") and self.process.poll() is None

    def wait_ready(self, limit=60):
        deadline = time.monotonic() + limit
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit(f"{self.name} ended with status {self.process.returncode}: {self.process.args}")
                time.sleep(0.01)
        raise SystemExit(f"{self.name} does not listen")

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        if isinstance(self.stderr, Path):
            self.log.close()

    def pids(self):
        """The process and its children, of which nginx has some."""
        found = [self.process.pid]
        for pid in found:
            try:
                found += [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
            except OSError:
                pass
        return found


given = set()


def free_port():
    """Returns a port that nobody has, and that nobody was given before: whoever was may not listen yet."""
    while True:
        with socket.socket() as s:
            s.bind(("127.0.0.1", 0))
            port = s.getsockname()[1]
        if port not in given:
            given.add(port)
            return port


def default_java():
    return os.environ.get("JAVA_HOME", "/usr/lib/jvm/default-java")


def certificate(scratch):
    key, cert = scratch / "key.pem", scratch / "cert.pem"
    store = scratch / "cert.p12"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                    "-keyout", key, "-out", cert, "-subj", "/CN=localhost"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(["openssl", "pkcs12", "-export", "-inkey", key, "-in", cert, "-out", store, "-passout", "pass:changeit"],
                   check=True)
    return key, cert, store


def all_subjects(java_home, scratch, tree):
    """Returns every subject by name, Gangway first."""
    bin_ = java_home / "bin"
    lib = TARGET / "lib"
    package = "dev.gangway.benchmarks.subjects."
    key, cert, store = certificate(scratch)

    def java(main, jars, *arguments, options=()):
        path = ":".join([str(TARGET / "classes")] + [str(j) for pattern in jars for j in sorted(lib.glob(pattern))])
        return [str(bin_ / "java"), *options, "-cp", path, package + main, "{port}", str(tree), *arguments]

    def cli(*more, options=(), protocol="HTTP/1.1"):
        return [str(bin_ / "java"), *options, "-jar", str(JAR), "-b", "127.0.0.1", "-d", str(tree), "-p", protocol, *more, "{port}"]

    def conscrypt(main, *arguments):
        """With TLS by BoringSSL: of two providers the first is asked."""
        security = scratch / "conscrypt.security"
        security.write_text("".join(f"security.provider.{number}={name}\n" for number, name in enumerate(
            ("SUN", "SunRsaSign", "SunEC", "SunJCE", "org.conscrypt.OpenSSLProvider", "SunJSSE"), 1)))
        path = ":".join(map(str, [JAR, TARGET / "classes", *sorted(lib.glob("conscrypt-*.jar"))]))
        return [str(bin_ / "java"), "--enable-native-access=ALL-UNNAMED", f"-Djava.security.properties={security}", "-cp", path, main,
                *arguments]

    def nginx(port_is_tls):
        def config(port):
            file = scratch / f"nginx-{port}.conf"
            file.write_text(NGINX.format(
                scratch=scratch, port=port, tree=tree, ssl="ssl" if port_is_tls else "",
                modules=f"load_module {BROTLI};" if BROTLI.exists() else "",
                siblings="gzip_static on; brotli_static on;" if BROTLI.exists() else "gzip_static on;",
                certificate=f"ssl_certificate {cert}; ssl_certificate_key {key};" if port_is_tls else ""))
            return str(file)
        return ["nginx", "-c", config]

    def written(name, text):
        def config(port):
            file = scratch / f"{name}-{port}.conf"
            file.write_text(text.format(scratch=scratch, port=port, tree=tree))
            return str(file)
        return config

    cache = scratch / "gangway.aot"
    gangway = ["gangway-*.jar"]
    containers = ["gangway-*.jar", "tomcat-*.jar", "jetty-*.jar", "slf4j*.jar", "jakarta.servlet*.jar"]
    undertow = ["undertow-*.jar", "xnio-*.jar", "wildfly-*.jar", "jboss-*.jar", "smallrye-*.jar"]
    robaho = ("-Dcom.sun.net.httpserver.HttpServerProvider=robaho.net.httpserver.DefaultHttpServerProvider",
              "-Drobaho.net.httpserver.nodelay=true", "-Dsun.net.httpserver.nodelay=true")
    pem = ("--tls-cert", str(cert), "--tls-key", str(key))
    python = os.environ.get("PYTHON", "python3")
    handler = ("import http.server as s, sys\nclass H(s.SimpleHTTPRequestHandler):\n"
               " protocol_version='HTTP/1.1'\n def log_message(self,*a): pass\n"
               " def do_GET(self):\n  if self.path!='/hello': return super().do_GET()\n"
               "  self.send_response(200); self.send_header('Content-Length','13'); self.end_headers()\n"
               "  self.wfile.write(b'Hello, World!')\n"
               "import os; os.chdir(sys.argv[2]); s.ThreadingHTTPServer(('127.0.0.1',int(sys.argv[1])),H).serve_forever()")
    found = [
        Subject("Gangway", java("GangwayServer", gangway), ("file", "listing")),
        # CPython's default, and Gangway's: a connection for each request, which the status line tells the client.
        Subject("Gangway, protocol HTTP/1.0", java("GangwayServer", gangway, "HTTP/1.0"), ("once",)),
        Subject("Gangway, command line, HTTP/1.0, log to a file", cli(protocol="HTTP/1.0"), ("once",), stderr=scratch / "log-1.0"),
        Subject("Gangway, hello", java("GangwayServer", gangway, "hello"), ("hello",)),
        Subject("Gangway, prompt hello", java("GangwayServer", gangway, "prompt"), ("hello",)),
        Subject("Gangway, command line, log to a file", cli(), ("file",), stderr=scratch / "log"),
        Subject("Gangway, image", [str(IMAGE / "bin" / "gangway"), "-b", "127.0.0.1", "-d", str(tree), "-p", "HTTP/1.1", "{port}"],
                ("file",), stderr=scratch / "image-log"),
        # The JVM makes the archive by itself when the first run ends, the cache when it is told to.
        Subject("Gangway, class data archive",
                cli(options=("-XX:+AutoCreateSharedArchive", f"-XX:SharedArchiveFile={scratch / 'gangway.jsa'}",
                             "-Xlog:cds=off")), (), stderr=scratch / "archive-log"),
        Subject("Gangway, ahead-of-time cache", cli(options=(f"-XX:AOTCache={cache}",)), (),
                training=cli(options=(f"-XX:AOTCacheOutput={cache}",))),
        Subject("Gangway, serve", [str(bin_ / "java"), "-jar", str(JAR), "serve", "--quiet", "--port", "{port}", str(tree)],
                ("site",)),
        Subject("nginx", nginx(False), ("file", "once", "listing", "hello") + (("site",) if BROTLI.exists() else ())),
        Subject("floor: from memory", java("FloorServer", [], "fixed"), ("file", "once", "hello")),
        Subject("floor: files, virtual threads", java("FloorServer", [], "virtual"), ("file", "once")),
        Subject("floor: files, platform threads", java("FloorServer", [], "platform"), ("file",)),
        Subject("Tomcat", java("TomcatServer", containers), ("file", "once", "listing", "hello")),
        Subject("Gangway in Tomcat", java("TomcatServer", containers, "gangway"), ("file", "hello")),
        Subject("Jetty", java("JettyServer", containers), ("file", "once", "listing", "hello")),
        Subject("Gangway in Jetty", java("JettyServer", containers, "gangway"), ("file", "hello")),
        Subject("Vert.x", java("VertxServer", ["vertx-*.jar", "netty-*.jar", "jackson-core-*.jar"]),
                ("file", "once", "listing", "hello"), env={"HOME": str(scratch)}),
        Subject("Undertow", java("UndertowServer", undertow), ("file", "once", "listing", "hello")),
        Subject("h2o", ["h2o", "-m", "worker", "-c", written("h2o", H2O)], ("file", "once", "site")),
        Subject("caddy", ["caddy", "run", "--adapter", "caddyfile", "--config", written("caddy", CADDY)], ("file", "once", "site"),
                env={"HOME": str(scratch)}),
        Subject("robaho", java("JdkServer", ["httpserver-*.jar"], options=robaho), ("file", "hello")),
        Subject("jwebserver", [str(bin_ / "jwebserver"), "-b", "127.0.0.1", "-o", "none", "-d", str(tree), "-p", "{port}"],
                ("file", "once", "listing")),
        Subject("JDK HttpServer", java("JdkServer", []), ("hello",)),
        Subject("CPython", [python, "-c", handler, "{port}", str(tree)], ("file", "listing", "hello")),
        Subject("Gangway, CGI", cli("--cgi"), ("cgi",), stderr=scratch / "cgi-log", cpu_of_dead=True),
        Subject("Gangway, CGI as its own user", cli("--cgi", "--cgi-user", "none"), ("cgi",), stderr=scratch / "cgi-none-log",
                cpu_of_dead=True),
        Subject("lighttpd, CGI", ["lighttpd", "-D", "-f", written("lighttpd", LIGHTTPD)], ("cgi",), cpu_of_dead=True),
        Subject("CPython, CGI", [python, "-m", "http.server", "--cgi", "-b", "127.0.0.1", "-d", str(tree), "{port}"],
                ("cgi",), cpu_of_dead=True),
        Subject("floor: CGI", java("FloorServer", [], "cgi"), ("cgi",), cpu_of_dead=True),
        Subject("Gangway, TLS", cli(*pem), ("file",), tls=True,
                stderr=scratch / "tls-log"),
        Subject("Gangway, TLS, HTTP/1.0", cli(*pem, protocol="HTTP/1.0"), ("once",), tls=True, stderr=scratch / "tls-1.0-log"),
        Subject("Gangway, TLS by Conscrypt", conscrypt("dev.gangway.standalone.cli.Main", *cli(*pem)[3:]), ("file",), tls=True,
                stderr=scratch / "conscrypt-log"),
        Subject("Gangway, TLS by Conscrypt, HTTP/1.0", conscrypt("dev.gangway.standalone.cli.Main", *cli(*pem, protocol="HTTP/1.0")[3:]),
                ("once",), tls=True, stderr=scratch / "conscrypt-1.0-log"),
        Subject("floor: TLS from memory", java("FloorServer", [], "fixed", str(store)), ("file", "once"), tls=True),
        Subject("nginx, TLS", nginx(True), ("file", "once"), tls=True),
    ]
    return {subject.name: subject for subject in found if shutil.which(subject.command[0])}
