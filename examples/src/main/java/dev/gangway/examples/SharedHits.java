package dev.gangway.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gangway.handler.BaseHTTPRequestHandler;
import dev.gangway.standalone.ThreadingHTTPServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Objects;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/** A counter that all nodes share: it lives in Valkey or Redis, and the server has only the way to it. */
public final class SharedHits extends BaseHTTPRequestHandler {
    public SharedHits() {
        protocolVersion("HTTP/1.1");
    }

    /** Counts. The store adds and answers in one step, so two nodes never get the same number. */
    public void do_POST() throws IOException {
        try {
            reply(store().incr("hits"));
        } catch (JedisException e) {
            sendError(503, null, "The store cannot be reached");
        }
    }

    /** Looks. */
    public void do_GET() throws IOException {
        try {
            reply(Long.parseLong(Objects.requireNonNullElse(store().get("hits"), "0")));
        } catch (JedisException e) {
            sendError(503, null, "The store cannot be reached");
        }
    }

    private RedisClient store() {
        return (RedisClient) Objects.requireNonNull(server().attribute("store"));
    }

    private void reply(long hits) throws IOException {
        byte[] data = ("hit " + hits + "\n").getBytes(UTF_8);
        sendResponse(200);
        sendHeader("Content-Length", data.length);
        endHeaders();
        wfile().write(data);
    }

    /** Serves on a port of the loopback address, with the store at an address such as {@code redis://localhost:6379}. */
    public static void main(String[] arguments) throws IOException {
        InetSocketAddress address = new InetSocketAddress("localhost", Integer.parseInt(arguments[0]));
        try (RedisClient store = RedisClient.create(arguments[1]);
                ThreadingHTTPServer server = new ThreadingHTTPServer(address, SharedHits::new)) {
            server.attribute("store", store);
            server.health("/healthz");
            server.serveForever();
        }
    }
}
