package dev.gangway.files.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.http.HTTPMessage;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.bcrypt.BCrypt;

class AccessTest {
    private static final String HASH =
            "$2y$05$" + BCrypt.hashpw("secret", BCrypt.gensalt(5)).substring(7);

    @Test
    void readsLinesOfHtpasswd() {
        assertEquals(
                List.of("a", "b c"),
                List.copyOf(Htpasswd.parse(List.of("a:" + HASH, "", "# x", "b c:" + HASH))
                        .keySet()));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"a", ":x", "a:plain", "a:$apr1$salt$hash", "a:{SHA}hash", "a:$2y$05$short"})
    void refusesOtherHashesAndTellsNothingOfThem(String line) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Htpasswd.parse(List.of("a:" + HASH, line)));
        assertTrue(e.getMessage().startsWith("line 2 "), e.getMessage());
        assertFalse(e.getMessage().contains("plain") || e.getMessage().contains("$"), e.getMessage());
    }

    @Test
    void readsTheFileAgainWhenItChanges(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts");
        Files.writeString(file, "jane:" + HASH + "\n");
        Accounts accounts = new Accounts(file, "");
        BasicCredentials jane = new BasicCredentials("jane", "secret");
        assertEquals(Accounts.Answer.RIGHT, check(accounts, jane));
        assertEquals(Accounts.Answer.WRONG, check(accounts, new BasicCredentials("jane", "Secret")));
        assertEquals(Accounts.Answer.WRONG, check(accounts, new BasicCredentials("joe", "secret")));
        Files.writeString(file, "joe:" + HASH + "\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));
        assertEquals(Accounts.Answer.WRONG, check(accounts, jane));
        assertEquals(Accounts.Answer.RIGHT, check(accounts, new BasicCredentials("joe", "secret")));
        Files.writeString(file, "joe:plain\n");
        assertEquals(Accounts.Answer.UNKNOWN, check(accounts, new BasicCredentials("joe", "secret")));
        Files.delete(file);
        assertEquals(Accounts.Answer.UNKNOWN, check(accounts, new BasicCredentials("joe", "secret")));
    }

    private static Accounts.Answer check(Accounts accounts, BasicCredentials credentials) {
        return accounts.check(credentials, new Attempts(Clock.systemUTC()), null);
    }

    @Test
    void takesGuessesThatComeAtOnceInTurn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("accounts");
        Files.writeString(file, "jane:" + HASH + "\n");
        Accounts accounts = new Accounts(file, "");
        // Five are free, and each processor may have begun one more.
        assertTrue(askAtOnce(accounts, new Attempts(new SetClock()), "guess").stream()
                        .filter(Accounts.Answer.WRONG::equals)
                        .count()
                <= 5 + Runtime.getRuntime().availableProcessors());
        assertEquals(
                Set.of(Accounts.Answer.RIGHT), Set.copyOf(askAtOnce(accounts, new Attempts(new SetClock()), "secret")));
    }

    private static List<Accounts.Answer> askAtOnce(Accounts accounts, Attempts attempts, String password)
            throws Exception {
        int clients = 40 + Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            Callable<Accounts.Answer> ask =
                    () -> accounts.check(new BasicCredentials("jane", password), attempts, null);
            List<Accounts.Answer> answers = new ArrayList<>();
            for (Future<Accounts.Answer> answer : threads.invokeAll(Collections.nCopies(clients, ask))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "null",
            value = {
                "Basic am9lOnNlOmNyZXQ=, joe, se:cret",
                "basic am9lOg==, joe, ''",
                "Basic w6k6w6k=, \u00e9, \u00e9",
                "Basic, null, null",
                "Basic !!, null, null",
                "Basic am9l, null, null",
                "Bearer am9lOnNlOmNyZXQ=, null, null"
            })
    void readsCredentials(String field, @Nullable String name, @Nullable String password) {
        BasicCredentials credentials = BasicCredentials.parse(field);
        if (name == null) {
            assertNull(credentials);
        } else {
            assertEquals(name, credentials.name());
            assertEquals(password, credentials.password());
            assertFalse(credentials.toString().contains("cret"));
        }
    }

    /** A clock that is set by hand. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void slowsDownGuesses() throws Exception {
        SetClock clock = new SetClock();
        Attempts attempts = new Attempts(clock);
        InetAddress address = InetAddress.getByName("192.0.2.1");
        for (int i = 0; i < 5; i++) {
            attempts.failed(address);
            assertEquals(Duration.ZERO, attempts.wait(address));
        }
        attempts.failed(address);
        assertEquals(Duration.ofSeconds(1), attempts.wait(address));
        assertEquals(Duration.ZERO, attempts.wait(InetAddress.getByName("192.0.2.2")));
        clock.now = clock.now.plusSeconds(1);
        assertEquals(Duration.ZERO, attempts.wait(address));
        for (int i = 0; i < 20; i++) {
            attempts.failed(address);
        }
        assertEquals(Duration.ofMinutes(1), attempts.wait(address));
        attempts.succeeded(address);
        assertEquals(Duration.ZERO, attempts.wait(address));
    }

    @Test
    void takesANetworkOfIpv6ForOneClient() throws Exception {
        Attempts attempts = new Attempts(new SetClock());
        for (int i = 0; i < 6; i++) {
            attempts.failed(InetAddress.getByName("2001:db8::" + i));
        }
        assertFalse(attempts.wait(InetAddress.getByName("2001:db8::ffff")).isZero());
        assertTrue(attempts.wait(InetAddress.getByName("2001:db8:0:1::")).isZero());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(nullValues = "null", delimiter = '|', textBlock = """
                    null                     | localhost:8000     | true  | true
                    http://localhost:8000    | localhost:8000     | true  | true
                    http://localhost:8001    | localhost:8000     | true  | false
                    http://LOCALHOST         | localhost:80       | true  | true
                    https://files.example    | files.example:443  | false | true
                    null                     | rebound.example    | true  | false
                    null                     | named.example:8000 | true  | true
                    null                     | rebound.example    | false | true
                    null                     | 127.0.0.1:8000     | true  | true
                    null                     | 127.0.0.1.nip.io   | true  | false
                    null                     | [::1]:8000         | true  | true
                    null                     | app.localhost      | true  | true
                    null                     | localhost.example  | true  | false
                    null                     | null               | true  | true
                    file://                  | localhost          | true  | false
                    """)
    void tellsWhereARequestIsFrom(@Nullable String origin, @Nullable String host, boolean loopback, boolean allowed) {
        HTTPMessage headers = new HTTPMessage();
        if (origin != null) {
            headers.add("Origin", origin);
        }
        assertEquals(allowed, WriteOrigin.refusal(headers, host, loopback, List.of("named.example")) == null);
    }
}
