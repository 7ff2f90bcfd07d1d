package dev.gangway.standalone.port;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.handler.CGIHTTPRequestHandler;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.ClientGoneException;
import dev.gangway.http.HTTPStatus;
import dev.gangway.porting.Python;
import dev.gangway.standalone.HTTPSServer;
import dev.gangway.standalone.HTTPServer;
import dev.gangway.standalone.ThreadingHTTPSServer;
import dev.gangway.standalone.ThreadingHTTPServer;
import dev.gangway.standalone.porting.JavaNames;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.SocketTimeoutException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The translator's knowledge of Python's library. The runtime itself is the table: the module {@code urllib.parse} is the class
 * {@code UrllibParse} of {@code dev.gangway.porting}, its functions are static methods, and other functions are not known.
 */
final class Library {
    private static final String PACKAGE = Python.class.getPackageName() + ".";

    /** Names of Python 2, and other names for the same thing. */
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("BaseHTTPServer", "http.server"),
            Map.entry("SimpleHTTPServer", "http.server"),
            Map.entry("CGIHTTPServer", "http.server"),
            Map.entry("SocketServer", "socketserver"),
            Map.entry("urlparse", "urllib.parse"),
            Map.entry("urllib.quote", "urllib.parse.quote"),
            Map.entry("urllib.quote_plus", "urllib.parse.quote_plus"),
            Map.entry("urllib.unquote", "urllib.parse.unquote"),
            Map.entry("urllib.unquote_plus", "urllib.parse.unquote_plus"),
            Map.entry("urllib.urlencode", "urllib.parse.urlencode"),
            Map.entry("urllib.urlopen", "urllib.request.urlopen"),
            Map.entry("urllib2.urlopen", "urllib.request.urlopen"),
            Map.entry("urllib2.Request", "urllib.request.Request"),
            Map.entry("urllib2.HTTPError", "urllib.error.HTTPError"),
            Map.entry("urllib2.URLError", "urllib.error.URLError"),
            Map.entry("Cookie", "http.cookies"),
            Map.entry("StringIO.StringIO", "io.StringIO"),
            Map.entry("cStringIO.StringIO", "io.StringIO"),
            Map.entry("Queue", "queue"),
            Map.entry("thread", "_thread"),
            Map.entry("httplib", "http.client"),
            Map.entry("HTMLParser", "html.parser"),
            Map.entry("commands", "subprocess"),
            Map.entry("simplejson", "json"),
            Map.entry("ujson", "json"),
            Map.entry("six.moves.BaseHTTPServer", "http.server"),
            Map.entry("six.moves.SimpleHTTPServer", "http.server"),
            Map.entry("six.moves.urllib", "urllib"),
            Map.entry("posixpath", "os.path"),
            Map.entry("ntpath", "os.path"),
            Map.entry("cgi.parse_qs", "urllib.parse.parse_qs"),
            Map.entry("cgi.escape", "cgi.escape"),
            Map.entry("os.getcwdu", "os.getcwd"),
            Map.entry("http.client.HTTPStatus", "http.HTTPStatus"),
            Map.entry("http.server.HTTPStatus", "http.HTTPStatus"),
            Map.entry("json.decoder", "json"),
            Map.entry("socketserver.ThreadingTCPServer", "http.server.ThreadingHTTPServer"),
            Map.entry("socketserver.TCPServer", "http.server.HTTPServer"));

    /** Python's classes whose objects are of another class than their name says. */
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("http.server.BaseHTTPRequestHandler", BaseHTTPRequestHandler.class),
            Map.entry("http.server.SimpleHTTPRequestHandler", SimpleHTTPRequestHandler.class),
            Map.entry("http.server.CGIHTTPRequestHandler", CGIHTTPRequestHandler.class),
            Map.entry("http.server.HTTPServer", HTTPServer.class),
            Map.entry("http.server.ThreadingHTTPServer", ThreadingHTTPServer.class),
            Map.entry("http.server.HTTPSServer", HTTPSServer.class),
            Map.entry("http.server.ThreadingHTTPSServer", ThreadingHTTPSServer.class),
            Map.entry("http.HTTPStatus", HTTPStatus.class),
            Map.entry("pathlib.Path", Path.class),
            Map.entry("pathlib.PurePath", Path.class),
            Map.entry("pathlib.PurePosixPath", Path.class),
            Map.entry("pathlib.PosixPath", Path.class));

    private static final Map<String, Class<?>> EXCEPTIONS = Map.ofEntries(
            Map.entry("Exception", Exception.class),
            Map.entry("BaseException", Exception.class),
            Map.entry("StandardError", Exception.class),
            Map.entry("OSError", IOException.class),
            Map.entry("IOError", IOException.class),
            Map.entry("EnvironmentError", IOException.class),
            Map.entry("PermissionError", java.nio.file.AccessDeniedException.class),
            Map.entry("FileNotFoundError", FileNotFoundException.class),
            Map.entry("FileExistsError", FileAlreadyExistsException.class),
            Map.entry("ConnectionError", ClientGoneException.class),
            Map.entry("BrokenPipeError", ClientGoneException.class),
            Map.entry("ConnectionResetError", ClientGoneException.class),
            Map.entry("ConnectionAbortedError", ClientGoneException.class),
            Map.entry("socket.error", IOException.class),
            Map.entry("socket.timeout", SocketTimeoutException.class),
            Map.entry("TimeoutError", SocketTimeoutException.class),
            Map.entry("select.error", IOException.class),
            Map.entry("ssl.SSLError", javax.net.ssl.SSLException.class),
            Map.entry("MemoryError", OutOfMemoryError.class),
            Map.entry("os.error", IOException.class),
            Map.entry("IsADirectoryError", IOException.class),
            Map.entry("NotADirectoryError", IOException.class),
            Map.entry("ChildProcessError", IOException.class),
            Map.entry("shutil.Error", IOException.class),
            Map.entry("socket.gaierror", java.net.UnknownHostException.class),
            Map.entry("socket.herror", java.net.UnknownHostException.class),
            Map.entry("ConnectionRefusedError", java.net.ConnectException.class),
            Map.entry("EOFError", java.io.EOFException.class),
            Map.entry("binascii.Error", dev.gangway.porting.ValueError.class),
            Map.entry("struct.error", dev.gangway.porting.ValueError.class),
            Map.entry("re.error", dev.gangway.porting.ValueError.class),
            Map.entry("urllib.error.URLError", IOException.class),
            Map.entry("urllib.error.HTTPError", IOException.class),
            Map.entry("http.client.HTTPException", dev.gangway.porting.HTTPException.class),
            Map.entry("http.client.NotConnected", dev.gangway.porting.HTTPException.class),
            Map.entry("http.client.InvalidURL", dev.gangway.porting.HTTPException.class),
            Map.entry("http.client.ImproperConnectionState", dev.gangway.porting.HTTPException.class),
            Map.entry("http.client.CannotSendRequest", dev.gangway.porting.HTTPException.class),
            Map.entry("http.client.ResponseNotReady", dev.gangway.porting.HTTPException.class),
            Map.entry("http.client.BadStatusLine", dev.gangway.porting.BadStatusLine.class),
            Map.entry("http.client.RemoteDisconnected", dev.gangway.porting.BadStatusLine.class),
            Map.entry("http.client.LineTooLong", dev.gangway.porting.LineTooLong.class),
            Map.entry("http.client.IncompleteRead", dev.gangway.porting.IncompleteRead.class),
            Map.entry("zlib.error", dev.gangway.porting.ValueError.class),
            Map.entry("webbrowser.Error", dev.gangway.porting.RuntimeError.class),
            Map.entry("Warning", dev.gangway.porting.Warning.class),
            Map.entry("UserWarning", dev.gangway.porting.Warning.class),
            Map.entry("DeprecationWarning", dev.gangway.porting.Warning.class),
            Map.entry("RuntimeWarning", dev.gangway.porting.Warning.class),
            Map.entry("FutureWarning", dev.gangway.porting.Warning.class),
            Map.entry("ResourceWarning", dev.gangway.porting.Warning.class),
            Map.entry("RecursionError", StackOverflowError.class),
            Map.entry("UnboundLocalError", dev.gangway.porting.NameError.class),
            Map.entry("ModuleNotFoundError", dev.gangway.porting.ImportError.class),
            Map.entry("subprocess.SubprocessError", dev.gangway.porting.CalledProcessError.class));

    private static final Set<String> OWN_EXCEPTIONS = Set.of(
            "ValueError",
            "KeyError",
            "TypeError",
            "IndexError",
            "AttributeError",
            "RuntimeError",
            "LookupError",
            "NotImplementedError",
            "KeyboardInterrupt",
            "AssertionError",
            "ZeroDivisionError",
            "ArithmeticError",
            "UnicodeError",
            "UnicodeDecodeError",
            "UnicodeEncodeError",
            "JSONDecodeError",
            "StopIteration",
            "OverflowError",
            "NameError",
            "ImportError",
            "CookieError",
            "TimeoutExpired",
            "CalledProcessError",
            "SystemExit");

    private Library() {}

    /** Returns the name that Python 3 has for a qualified name. */
    static String canonical(String qualified) {
        for (String prefix = qualified; !prefix.isEmpty(); prefix = before(prefix)) {
            String renamed = RENAMED.get(prefix);
            if (renamed != null && !renamed.equals(prefix)) {
                return canonical(renamed + qualified.substring(prefix.length()));
            }
        }
        return qualified;
    }

    private static String before(String name) {
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : "";
    }

    /** Returns the class that stands for a module, or null. */
    static @Nullable Class<?> module(String name) {
        StringBuilder simple = new StringBuilder();
        for (String part : name.split("[._]", -1)) {
            simple.append(part.isEmpty() ? "" : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return find(
                switch (simple.toString()) {
                    case "Math" -> "Maths";
                    case "String" -> "Strings";
                    default -> simple.toString();
                });
    }

    private static @Nullable Class<?> find(String simple) {
        if (simple.isEmpty() || !Character.isUpperCase(simple.charAt(0))) {
            return null;
        }
        try {
            Class<?> type = Class.forName(PACKAGE + simple);
            return Modifier.isPublic(type.getModifiers()) ? type : null;
        } catch (ClassNotFoundException | LinkageError e) {
            return null;
        }
    }

    /** Returns the class that stands for a class of Python's library, or null. */
    static @Nullable Class<?> type(String qualified) {
        Class<?> special = TYPES.get(qualified);
        if (special != null || !qualified.contains(".")) {
            return special;
        }
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        Class<?> found = find(
                switch (qualified) {
                    case "datetime.datetime" -> "DateTime";
                    case "datetime.timedelta" -> "TimeDelta";
                    case "datetime.timezone" -> "TimeZone";
                    case "datetime.date" -> "Date";
                    case "threading.Thread" -> "PythonThread";
                    case "argparse.ArgumentParser", "optparse.OptionParser" -> "ArgumentParser";
                    default -> simple;
                });
        return found == null || Arrays.stream(found.getConstructors()).findAny().isEmpty() ? null : found;
    }

    /** Returns the exception that stands for one of Python's, or null. */
    static @Nullable Class<?> exception(String qualified) {
        String simple = qualified.substring(qualified.lastIndexOf('.') + 1);
        Class<?> known = EXCEPTIONS.containsKey(qualified) ? EXCEPTIONS.get(qualified) : EXCEPTIONS.get(simple);
        if (qualified.equals("http.cookies.CookieError") || OWN_EXCEPTIONS.contains(simple)) {
            return find(simple);
        }
        return known;
    }

    /** Returns the methods of a class that stand for a Python name. */
    static List<Method> methods(Class<?> type, String name) {
        String camel = name.equals("wait") ? "await" : JavaNames.camel(name); // Object.wait() is another thing
        return Arrays.stream(type.getMethods())
                .filter(method ->
                        method.getName().equals(camel) || method.getName().equals(name))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Library::written)
                .filter(method -> !method.isBridge() && !method.isSynthetic())
                .distinct()
                .toList();
    }

    /** Returns the method that a bridge stands for: javac makes bridges to methods of classes that are not public. */
    private static Method written(Method method) {
        Class<?> type = method.getDeclaringClass();
        for (Class<?> at = type; method.isBridge() && at != null; at = at.getSuperclass()) {
            for (Method each : at.getDeclaredMethods()) {
                if (!each.isBridge()
                        && each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes())) {
                    return each;
                }
            }
        }
        return method;
    }

    /** Returns the static methods of a module class that stand for a function. */
    static List<Method> functions(Class<?> module, String name) {
        return methods(module, name).stream()
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .toList();
    }

    /** Returns the class whose static methods are the methods of a type of Java, or null. */
    static @Nullable Class<?> extension(Type type) {
        return switch (type.kind()) {
            case STRING -> dev.gangway.porting.Str.class;
            case BYTES -> dev.gangway.porting.Bytes.class;
            case LIST -> dev.gangway.porting.Lists.class;
            case TUPLE -> dev.gangway.porting.Lists.class;
            case DICT -> dev.gangway.porting.Dicts.class;
            case SET -> dev.gangway.porting.Sets.class;
            case JAVA -> javaExtension(type);
            default -> null;
        };
    }

    private static @Nullable Class<?> javaExtension(Type type) {
        if (type.isJava(Path.class)) {
            return dev.gangway.porting.Pathlib.class;
        }
        if (type.isJava(dev.gangway.http.HTTPMessage.class)) {
            return dev.gangway.porting.Messages.class;
        }
        if (type.isJava(java.io.InputStream.class) || type.isJava(java.io.OutputStream.class)) {
            return dev.gangway.porting.Streams.class;
        }
        if (type.isJava(dev.gangway.host.HandlerConnection.class)) {
            return dev.gangway.porting.Connections.class;
        }
        if (type.isJava(HTTPServer.class) || type.isJava(dev.gangway.host.HandlerServer.class)) {
            return dev.gangway.porting.Servers.class;
        }
        return type.isJava(Throwable.class) ? dev.gangway.porting.Exceptions.class : null;
    }

    /** Tells whether methods of the class itself stand for Python's, and not only those of its extension. */
    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.gangway.");
    }

    static Class<?> python() {
        return Python.class;
    }
}
