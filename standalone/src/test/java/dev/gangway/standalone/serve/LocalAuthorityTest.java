package dev.gangway.standalone.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.gangway.standalone.pem.ServerCertificate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalAuthorityTest {
    @TempDir
    Path folder = Path.of("");

    private final Instant now = Instant.parse("2026-11-28T00:00:00Z");

    @Test
    void signsACertificateForEveryNameOfThisMachine() throws Exception {
        Path files = folder.resolve("config/gangway");
        LocalAuthority authority = new LocalAuthority(files, now);
        X509Certificate root = authority.prepare(List.of("192.0.2.7", "files.example"));
        List<X509Certificate> chain = ServerCertificate.read(authority.certificate(), authority.key(), null)
                .chain();
        X509Certificate leaf = chain.get(0);
        assertEquals(root, chain.get(1));
        assertEquals(0, root.getBasicConstraints());
        assertEquals(-1, leaf.getBasicConstraints());
        assertTrue(Duration.between(
                                leaf.getNotBefore().toInstant(),
                                leaf.getNotAfter().toInstant())
                        .toDays()
                <= 398);
        List<String> names = leaf.getSubjectAlternativeNames().stream()
                .map(name -> name.get(1).toString())
                .toList();
        assertTrue(
                names.containsAll(List.of("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "192.0.2.7", "files.example")),
                names.toString());
        assertEquals(List.of("1.3.6.1.5.5.7.3.1"), leaf.getExtendedKeyUsage());
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(java.util.Date.from(now));
        CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(List.of(leaf)), parameters);
        for (String key : List.of("ca-key.pem", "server-key.pem")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files.resolve(key))));
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(files)));
    }

    @Test
    void keepsTheAuthorityAndRenewsTheCertificate() throws Exception {
        X509Certificate root = new LocalAuthority(folder, now).prepare(List.of());
        String first = Files.readString(folder.resolve("server.pem"));
        assertEquals(root, new LocalAuthority(folder, now.plus(Duration.ofDays(300))).prepare(List.of()));
        assertEquals(first, Files.readString(folder.resolve("server.pem")));
        assertEquals(root, new LocalAuthority(folder, now.plus(Duration.ofDays(380))).prepare(List.of()));
        String second = Files.readString(folder.resolve("server.pem"));
        assertNotEquals(first, second);
        assertEquals(root, new LocalAuthority(folder, now.plus(Duration.ofDays(380))).prepare(List.of("new.example")));
        assertNotEquals(second, Files.readString(folder.resolve("server.pem")));
        Files.writeString(folder.resolve("server.pem"), "broken");
        assertEquals(root, new LocalAuthority(folder, now.plus(Duration.ofDays(380))).prepare(List.of()));
        assertTrue(Files.readString(folder.resolve("server.pem")).startsWith("-----BEGIN CERTIFICATE-----"));
    }
}
