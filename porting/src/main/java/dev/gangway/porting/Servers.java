package dev.gangway.porting;

import dev.gangway.handler.SimpleHTTPRequestHandler;
import dev.gangway.host.Handler;
import dev.gangway.host.HandlerFactory;
import dev.gangway.host.HandlerServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses of servers, and what Python's servers have. */
public final class Servers {
    private Servers() {}

    /** Returns the address that {@code (host, port)} is; an empty host is all addresses. */
    public static InetSocketAddress address(@Nullable Object address) {
        if (address instanceof InetSocketAddress known) {
            return known;
        }
        List<@Nullable Object> parts = Python.list(address);
        int port = (int) Ported.asLong(parts.get(1));
        String host = parts.get(0) == null ? "" : Python.str(parts.get(0));
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }

    /** Returns {@code (host, port)} of an address, as {@code client_address} and the like are in Python. */
    public static Tuple tuple(InetSocketAddress address) {
        return Connections.address(address);
    }

    /** Returns the factory that a handler class, or a function that makes handlers, is as a value. */
    public static HandlerFactory factory(@Nullable Object handler) {
        if (handler instanceof HandlerFactory factory) {
            return factory;
        }
        if (handler instanceof Class<?> type && Handler.class.isAssignableFrom(type)) {
            return () -> {
                try {
                    return (Handler) type.getDeclaredConstructor().newInstance();
                } catch (ReflectiveOperationException e) {
                    throw new TypeError(type.getSimpleName() + "() needs arguments");
                }
            };
        }
        throw new TypeError("'" + Repr.type(handler) + "' object is no handler class");
    }

    /** Returns a factory whose handlers serve a directory. */
    public static HandlerFactory in(HandlerFactory factory, Path directory) {
        return () -> {
            Handler handler = factory.get();
            if (handler instanceof SimpleHTTPRequestHandler files) {
                files.directory(directory);
            }
            return handler;
        };
    }

    /** Returns where {@code http.server.test()} listens: at the port that is the first argument of the program, or at 8000. */
    public static InetSocketAddress testAddress() {
        List<String> words = Sys.argv();
        return new InetSocketAddress(words.size() > 1 ? (int) Python.intValue(words.get(1)) : 8000);
    }

    /** Does {@code server.server_close()}. */
    public static void serverClose(HandlerServer server) throws IOException {
        Dynamic.call(server, "close");
    }

    /** Returns {@code server.server_address}. */
    public static Tuple serverAddress(HandlerServer server) {
        return Tuple.of(server.serverName(), (long) server.serverPort());
    }
}
