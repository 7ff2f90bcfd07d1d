package dev.gangway.standalone.serve;

import dev.gangway.standalone.pem.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A certificate and its key in files, which are read again when they change. What cannot be used keeps the old ones in use. */
final class CertificateFiles {
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Path certificate;
    private final @Nullable Path key;
    private final char @Nullable [] password;
    private final Consumer<String> log;
    private volatile SSLContext context;
    private List<FileTime> times;
    private volatile long lookedNanos = System.nanoTime();

    /**
     * Reads the files.
     *
     * @throws IOException if they cannot be used, which the message explains
     */
    CertificateFiles(Path certificate, @Nullable Path key, char @Nullable [] password, Consumer<String> log)
            throws IOException {
        this.certificate = certificate;
        this.key = key;
        this.password = password;
        this.log = log;
        this.times = times();
        this.context = ServerCertificate.read(certificate, key, password).context();
    }

    /** Returns what new connections use; looks at the files now and then. */
    SSLContext context() {
        long now = System.nanoTime();
        if (now - lookedNanos > INTERVAL_NANOS) {
            lookAgain(now);
        }
        return context;
    }

    private synchronized void lookAgain(long now) {
        if (now - lookedNanos <= INTERVAL_NANOS) {
            return; // another thread has looked meanwhile
        }
        lookedNanos = now;
        try {
            List<FileTime> found = times();
            if (!found.equals(times)) {
                times = found;
                context = ServerCertificate.read(certificate, key, password).context();
                log.accept("gangway: the certificate was read again");
            }
        } catch (IOException e) {
            log.accept("gangway: the certificate stays the old one: " + e.getMessage());
        }
    }

    private List<FileTime> times() throws IOException {
        List<FileTime> found = new ArrayList<>();
        found.add(Files.getLastModifiedTime(certificate));
        if (key != null) {
            found.add(Files.getLastModifiedTime(key));
        }
        return found;
    }
}
