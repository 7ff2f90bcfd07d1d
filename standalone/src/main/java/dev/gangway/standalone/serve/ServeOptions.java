package dev.gangway.standalone.serve;

import dev.gangway.standalone.serve.ServeOption.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All options of {@code serve}: the one table that help, man page, completions and the keys of the file come from. */
final class ServeOptions {
    /** Some options under a heading. */
    record Group(String title, List<ServeOption> options) {}

    static final List<Group> GROUPS = List.of(
            new Group(
                    "where to listen",
                    List.of(
                            value("port", "p", "N", "listen on this port (default: 8000; 0 picks a free one)"),
                            repeated(
                                    "bind",
                                    "b",
                                    "ADDRESS",
                                    "listen on this address (default: loopback alone, 127.0.0.1 and ::1; 0.0.0.0 lets others in)"),
                            flag("insecure", "let others write or log in without TLS, and write without a password"))),
            new Group(
                    "what to serve",
                    List.of(
                            value(
                                    "listing",
                                    null,
                                    "rich|plain|none",
                                    "how to list a directory without an index page (default: rich)"),
                            value("hidden", null, "show|hide", "names that begin with a dot (default: hide)"),
                            value(
                                    "symlinks",
                                    null,
                                    "follow|inside|never",
                                    "which symbolic links to follow (default: inside)"),
                            repeated(
                                    "index",
                                    null,
                                    "NAME",
                                    "name of a page that stands for its directory (default: index.html, index.htm)"),
                            flag("spa", "give the root's index page for an unknown path whose last name has no dot"),
                            flag("clean-urls", "give a.html for /a"),
                            value("path-prefix", null, "PATH", "path in front of everything"),
                            flag("archive", "offer directories as ?archive=zip and ?archive=tar.gz"),
                            value("compress", null, "on|off", "compress text with gzip as it is sent (default: on)"),
                            value("precompressed", null, "on|off", "send siblings .br, .zst and .gz (default: on)"))),
            new Group(
                    "fields",
                    List.of(
                            new ServeOption(
                                    "header",
                                    "H",
                                    Kind.FIELD,
                                    "'NAME: VALUE'",
                                    "send this field with files and listings; NAME VALUE in two words is the same"),
                            flag("header-always", "send the fields of --header with every answer"),
                            new ServeOption(
                                    "cors",
                                    null,
                                    Kind.OPTIONAL,
                                    "ORIGIN",
                                    "let scripts of this origin read (default: *)"),
                            flag("isolated", "isolate pages from other origins (COOP, COEP and CORP)"))),
            new Group(
                    "who may do what",
                    List.of(
                            value("auth", null, "USER:PASSWORD", "ask for this name and password"),
                            value(
                                    "auth-file",
                                    null,
                                    "FILE",
                                    "ask for a name and password of this file, written by htpasswd -B"),
                            value("realm", null, "TEXT", "what a browser shows when it asks (default: Gangway)"),
                            flag("upload", "let clients upload files: PUT, forms, tus"),
                            value("upload-limit", null, "SIZE", "size of one file at most, such as 20M (default: 1G)"),
                            value(
                                    "upload-total-limit",
                                    null,
                                    "SIZE",
                                    "size of all files of one form at most (default: ten times --upload-limit)"),
                            value(
                                    "overwrite",
                                    null,
                                    "never|rename|replace",
                                    "what becomes of an upload whose name is taken (default: never)"),
                            repeated(
                                    "allow-host",
                                    null,
                                    "NAME",
                                    "name by which clients may write to a loopback address, as a proxy passes it on"),
                            value("webdav", null, "off|read|write", "be a WebDAV share (default: off)"))),
            new Group(
                    "TLS",
                    List.of(
                            value("tls-cert", null, "FILE", "certificates in PEM; read again when they change"),
                            value("tls-key", null, "FILE", "key in PEM, if it is not with the certificates"),
                            value("tls-password-file", null, "FILE", "file with the password of the key"),
                            flag(
                                    "tls-self-signed",
                                    "make a certificate for this machine, signed by an authority of your own"))),
            new Group(
                    "log",
                    List.of(
                            value(
                                    "log-format",
                                    null,
                                    "python|common|combined|json",
                                    "form of a line (default: python)"),
                            value("log-file", null, "FILE", "write requests to this file; opened again on SIGHUP"),
                            value("log-color", null, "auto|always|never", "colour status codes (default: auto)"),
                            flag("progress", "show running downloads and uploads, if stderr is a terminal"),
                            flag("quiet", "log no requests"))),
            new Group(
                    "behind a balancer",
                    List.of(
                            value(
                                    "proxy-protocol",
                                    null,
                                    "CIDR[,CIDR]",
                                    "these peers begin each connection with a header of the PROXY protocol"),
                            value(
                                    "forwarded",
                                    null,
                                    "CIDR[,CIDR]",
                                    "believe Forwarded or X-Forwarded-For from these peers"),
                            value("forwarded-field", null, "FIELD", "believe only Forwarded, or only X-Forwarded"),
                            value("health", null, "PATH", "answer here 200 ok, or 503 draining after SIGTERM"),
                            value("metrics", null, "PATH", "give numbers for Prometheus here"),
                            value(
                                    "drain-delay",
                                    null,
                                    "SECONDS",
                                    "after SIGTERM, accept connections for so long (default: 0)"),
                            value(
                                    "idle-timeout",
                                    null,
                                    "SECONDS",
                                    "close a connection that waits for a request for so long, and tell clients"
                                            + " (default: 30; 0: never)"),
                            value(
                                    "header-timeout",
                                    null,
                                    "SECONDS",
                                    "the head of a request may take so long (default: 20; 0: no limit)"),
                            value(
                                    "body-timeout",
                                    null,
                                    "SECONDS",
                                    "a request's content may stand still for so long (default: 20; 0: no limit)"),
                            value(
                                    "write-timeout",
                                    null,
                                    "SECONDS",
                                    "a client may take nothing of a response for so long (default: 30; 0: for"
                                            + " ever)"))),
            new Group(
                    "the rest",
                    List.of(
                            flag("open", "open a browser"),
                            flag("qr", "show the address as a QR code"),
                            value("config", null, "FILE", "read options from this file of properties"),
                            new ServeOption("help", "h", Kind.FLAG, "", "show this help and end"))));

    private ServeOptions() {}

    private static ServeOption flag(String name, String help) {
        return new ServeOption(name, null, Kind.FLAG, "", help);
    }

    private static ServeOption value(String name, @Nullable String letter, String value, String help) {
        return new ServeOption(name, letter, Kind.VALUE, value, help);
    }

    private static ServeOption repeated(String name, @Nullable String letter, String value, String help) {
        return new ServeOption(name, letter, Kind.REPEATED, value, help);
    }

    /** Finds an option by its long name; null if there is none. */
    static @Nullable ServeOption named(String name) {
        for (Group group : GROUPS) {
            for (ServeOption option : group.options()) {
                if (option.name().equals(name)) {
                    return option;
                }
            }
        }
        return null;
    }

    /** Finds an option by its letter; null if there is none. */
    static @Nullable ServeOption lettered(String letter) {
        for (Group group : GROUPS) {
            for (ServeOption option : group.options()) {
                if (letter.equals(option.letter())) {
                    return option;
                }
            }
        }
        return null;
    }

    /** Returns the name that is most like one that does not exist; null if none is. */
    static @Nullable String like(String name) {
        String best = null;
        int least = name.length() < 4 ? 2 : 3; // two letters exchanged are two changes
        for (Group group : GROUPS) {
            for (ServeOption option : group.options()) {
                int distance = distance(name, option.name());
                if (distance < least) {
                    least = distance;
                    best = option.name();
                }
            }
        }
        return best;
    }

    /** Counts the letters to insert, leave out or exchange (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
