package dev.gangway.files.access;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCrypt;

/**
 * The names and passwords of one server: those of a file, which is read again when it changes, and one more.
 *
 * <p>A password that was found right is remembered as a keyed hash, so that a browser, which sends it with each request, pays for
 * bcrypt once. An unknown name costs as much time as a wrong password. Any thread may use it.
 */
public final class Accounts {
    /** The result of a check of credentials. */
    public enum Answer {
        /** They are right. */
        RIGHT,
        /** They are wrong. */
        WRONG,
        /** The address has guessed too often, and has to wait. */
        LATER,
        /** The file cannot be read, or too many others are waiting. */
        UNKNOWN
    }

    private static final int MAX_REMEMBERED = 1000;
    private static final int COST = 10;
    /** A hash for unknown names, so that they take as long as known ones. */
    private static final String NOBODY = "$2a$10$N9qo8uLOickgx2ZMRZoMyeIjZAgcfl7p92ldGxad68LJZdL17lhWy";

    private static final int PATIENCE_SECONDS = 5;

    private final @Nullable Path file;
    private final Map<String, String> fixed;
    private final byte[] key = new byte[32];
    /** Bounds the processors that strangers can keep busy. */
    private final Semaphore hashing =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));

    private final Set<String> remembered = new LinkedHashSet<>();
    private Map<String, String> hashes = new HashMap<>();
    private @Nullable FileTime read;
    private long readSize = -1;
    private @Nullable String problem;

    /**
     * Makes the accounts.
     *
     * @param file the file, or null if there is none
     * @param auth {@code NAME:PASSWORD} of one more, or empty
     */
    public Accounts(@Nullable Path file, String auth) {
        this.file = file;
        int colon = auth.indexOf(':');
        fixed = colon < 0
                ? Map.of()
                : Map.of(auth.substring(0, colon), BCrypt.hashpw(cut(auth.substring(colon + 1)), BCrypt.gensalt(COST)));
        new SecureRandom().nextBytes(key);
    }

    /**
     * Tells whether credentials are right, unless the client has to wait before it may try again.
     *
     * @param credentials what a client has sent
     * @param attempts the wrong attempts of all clients; a wrong one is added, a right one clears those of the address
     * @param address the client's; null if it is not known
     * @return the answer
     */
    public Answer check(BasicCredentials credentials, Attempts attempts, @Nullable InetAddress address) {
        String hash = hashOf(credentials.name());
        if (problem() != null && !fixed.containsKey(credentials.name())) {
            return Answer.UNKNOWN;
        }
        String mark = mark(credentials, hash == null ? NOBODY : hash);
        if (hash != null && isRemembered(mark)) {
            return Answer.RIGHT;
        }
        if (!attempts.wait(address).isZero()) {
            return Answer.LATER;
        }
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return Answer.UNKNOWN;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.UNKNOWN;
        }
        try {
            return checkInTurn(credentials, hash, mark, attempts, address);
        } finally {
            hashing.release();
        }
    }

    /** Guesses that came at once have waited for each other, so what the first ones told counts for the rest. */
    private Answer checkInTurn(
            BasicCredentials credentials,
            @Nullable String hash,
            String mark,
            Attempts attempts,
            @Nullable InetAddress address) {
        if (hash != null && isRemembered(mark)) {
            return Answer.RIGHT;
        }
        if (!attempts.wait(address).isZero()) {
            return Answer.LATER;
        }
        boolean right = BCrypt.checkpw(cut(credentials.password()), hash == null ? NOBODY : hash) && hash != null;
        if (right) {
            remember(mark);
            attempts.succeeded(address);
        } else {
            attempts.failed(address);
        }
        return right ? Answer.RIGHT : Answer.WRONG;
    }

    /**
     * Returns why the file has no accounts.
     *
     * @return a sentence without anything of a password; null if all is well
     */
    public synchronized @Nullable String problem() {
        return problem;
    }

    private synchronized @Nullable String hashOf(String name) {
        readAgain();
        String hash = hashes.get(name);
        return hash == null ? fixed.get(name) : hash;
    }

    private void readAgain() {
        Path path = file;
        if (path == null) {
            return;
        }
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.lastModifiedTime().equals(read) && now.size() == readSize) {
                return;
            }
            hashes = new HashMap<>();
            remembered.clear();
            read = now.lastModifiedTime();
            readSize = now.size();
            hashes = Htpasswd.parse(Files.readAllLines(path, StandardCharsets.UTF_8));
            problem = null;
        } catch (IOException e) {
            hashes = new HashMap<>();
            read = null;
            problem = "cannot read " + path;
        } catch (IllegalArgumentException e) {
            problem = path + ": " + e.getMessage();
        }
    }

    private synchronized boolean isRemembered(String mark) {
        return remembered.contains(mark);
    }

    private synchronized void remember(String mark) {
        if (remembered.size() >= MAX_REMEMBERED) {
            remembered.remove(remembered.iterator().next());
        }
        remembered.add(mark);
    }

    /** Returns a keyed hash of the credentials and of the hash they were found to have. */
    private String mark(BasicCredentials credentials, String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((credentials.name() + "\0" + hash + "\0").getBytes(StandardCharsets.UTF_8));
            byte[] mark = mac.doFinal(credentials.password().getBytes(StandardCharsets.UTF_8));
            return Arrays.toString(mark);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** bcrypt heeds 72 bytes, and the library refuses more. */
    private static byte[] cut(String password) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length > 72 ? Arrays.copyOf(bytes, 72) : bytes;
    }
}
