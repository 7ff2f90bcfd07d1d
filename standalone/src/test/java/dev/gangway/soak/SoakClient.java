package dev.gangway.soak;

import dev.gangway.contract.RawResponse;
import dev.gangway.soak.SoakTree.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Does one thing after the other, each on a new connection, and looks closely at the answers. */
final class SoakClient {
    private static final int BIG = 1_000_000;

    private final int port;
    private final SoakTree tree;
    private final Random random;
    private final Tally tally;

    SoakClient(int port, SoakTree tree, long seed, Tally tally) {
        this.port = port;
        this.tree = tree;
        this.random = new Random(seed);
        this.tally = tally;
    }

    /** Does one thing, which may take several requests. */
    void act() {
        Action[] actions = Action.values();
        Action action = actions[random.nextInt(actions.length)];
        tally.begun(action);
        try (SoakConnection connection = new SoakConnection(port)) {
            action.run(this, connection);
        } catch (IOException | RuntimeException e) {
            tally.lost(action, e);
        } catch (AssertionError e) {
            tally.wrong(action, e);
        }
    }

    /** What clients do. */
    enum Action {
        KEEP_ALIVE {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                for (int i = client.random.nextInt(20); i >= 0; i--) {
                    client.download(connection, client.tree.any(client.random, 0));
                }
            }
        },
        PIPELINE {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                Entry first = client.tree.any(client.random, 0);
                Entry second = client.tree.any(client.random, 0);
                connection.send("GET", "/" + first.name());
                connection.send("HEAD", "/" + second.name());
                connection.send("GET", "/" + second.name());
                client.check(connection.receive("GET"), 200, first, 0, first.content().length);
                client.check(connection.receive("HEAD"), 200);
                client.check(connection.receive("GET"), 200, second, 0, second.content().length);
            }
        },
        RANGE {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                Entry entry = client.tree.any(client.random, 2);
                int first = client.random.nextInt(entry.content().length - 1);
                int last = first + client.random.nextInt(entry.content().length - first);
                connection.send("GET", "/" + entry.name(), "Range: bytes=" + first + "-" + last);
                client.check(connection.receive("GET"), 206, entry, first, last + 1 - first);
                connection.send("GET", "/" + entry.name(), "Range: bytes=" + entry.content().length + "-");
                client.check(connection.receive("GET"), 416);
                connection.send("GET", "/" + entry.name(), "Range: bytes=0-0,-1");
                client.check(connection.receive("GET"), 206);
            }
        },
        NOT_MODIFIED {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                Entry entry = client.tree.any(client.random, 0);
                connection.send("HEAD", "/" + entry.name());
                RawResponse head = connection.receive("HEAD");
                connection.send(
                        "GET",
                        "/" + entry.name(),
                        "If-Modified-Since: " + head.field("Last-Modified").orElseThrow());
                client.check(connection.receive("GET"), 304);
            }
        },
        LISTING {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                connection.send("GET", "/");
                RawResponse listing = connection.receive("GET");
                client.check(listing, 200);
                for (Entry entry : client.tree.entries()) {
                    require(listing.text().contains(">" + entry.name() + "</a>"), entry.name() + " is not listed");
                }
            }
        },
        NOT_FOUND {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                connection.send("GET", "/../../missing%2f%00?" + client.random.nextLong());
                client.check(connection.receive("GET"), 404);
            }
        },
        MALFORMED {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                connection.send("POST", "/", "Content-Length: 5", "Transfer-Encoding: chunked");
                client.check(connection.receive("POST"), 400);
                require(connection.hasEnded(), "a malformed request has not ended the connection");
            }
        },
        ECHO {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                Entry entry = client.tree.any(client.random, 0);
                int length = Math.min(entry.content().length, 60_000);
                connection.send("POST", "/", "Content-Length: " + length);
                connection.send(entry.content(), 0, length);
                client.check(connection.receive("POST"), 200, entry, 0, length);
                connection.send("POST", "/", "Transfer-Encoding: chunked");
                client.sendChunks(connection, entry.content(), length);
                client.check(connection.receive("POST"), 200, entry, 0, length);
            }
        },
        SCRIPT {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                if (!client.tree.hasScript()) {
                    return;
                }
                Entry entry = client.tree.any(client.random, 0);
                connection.send("POST", "/cgi-bin/echo", "Content-Length: " + entry.content().length);
                connection.send(entry.content(), 0, Math.min(entry.content().length, 60_000));
                if (entry.content().length > 60_000) {
                    connection.reset(); // the script goes, too
                    return;
                }
                client.check(connection.receive("POST"), 200, entry, 0, entry.content().length);
                client.download(connection, entry);
            }
        },
        UNREAD {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                byte[] content = "GET /never HTTP/1.1\r\nHost: smuggled\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
                connection.send("PUT", "/", "Content-Length: " + content.length);
                connection.send(content, 0, content.length);
                client.check(connection.receive("PUT"), 201);
                client.download(connection, client.tree.any(client.random, 0));
            }
        },
        RESET {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                Entry entry = client.tree.any(client.random, BIG);
                connection.send("GET", "/" + entry.name());
                connection.skip(client.random.nextInt(BIG));
                connection.reset();
            }
        },
        HALF_CLOSE {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                Entry entry = client.tree.any(client.random, 0);
                connection.send("GET", "/" + entry.name());
                connection.finish();
                client.check(connection.receive("GET"), 200, entry, 0, entry.content().length);
                require(connection.hasEnded(), "the connection goes on after both have ended it");
            }
        },
        FAULT {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                connection.send("FAULT", "/");
                require(connection.hasEnded(), "a handler that failed has answered");
                client.tally.answered();
            }
        },
        HALF_AN_ANSWER {
            @Override
            void run(SoakClient client, SoakConnection connection) throws IOException {
                connection.send("HALF", "/");
                try {
                    connection.receive("HALF");
                } catch (java.io.EOFException e) {
                    client.tally.answered();
                    return;
                }
                throw new AssertionError("half an answer looks whole");
            }
        };

        abstract void run(SoakClient client, SoakConnection connection) throws IOException;
    }

    private void download(SoakConnection connection, Entry entry) throws IOException {
        connection.send("GET", "/" + entry.name());
        check(connection.receive("GET"), 200, entry, 0, entry.content().length);
    }

    private void sendChunks(SoakConnection connection, byte[] content, int length) throws IOException {
        byte[] lineEnd = {'\r', '\n'};
        int offset = 0;
        while (offset < length) {
            int size = 1 + random.nextInt(Math.min(length - offset, 9000));
            byte[] head = (Integer.toHexString(size) + ";x=y\r\n").getBytes(StandardCharsets.US_ASCII);
            connection.send(head, 0, head.length);
            connection.send(content, offset, size);
            connection.send(lineEnd, 0, 2);
            offset += size;
        }
        byte[] end = "0\r\nTrailer: dropped\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        connection.send(end, 0, end.length);
    }

    private void check(RawResponse response, int status) {
        require(response.status() == status, response.status() + " instead of " + status);
        tally.answered();
    }

    private void check(RawResponse response, int status, Entry entry, int offset, int length) {
        check(response, status);
        boolean same = response.body().length == length
                && SoakTree.checksum(response.body(), 0, length) == entry.checksum(offset, length);
        require(same, entry.name() + " from " + offset + ", " + length + " bytes, came as something else");
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
