package dev.gangway.standalone.serve;

import static dev.gangway.standalone.serve.DerWriter.bits;
import static dev.gangway.standalone.serve.DerWriter.bool;
import static dev.gangway.standalone.serve.DerWriter.integer;
import static dev.gangway.standalone.serve.DerWriter.octets;
import static dev.gangway.standalone.serve.DerWriter.oid;
import static dev.gangway.standalone.serve.DerWriter.sequence;
import static dev.gangway.standalone.serve.DerWriter.set;
import static dev.gangway.standalone.serve.DerWriter.tagged;
import static dev.gangway.standalone.serve.DerWriter.time;
import static dev.gangway.standalone.serve.DerWriter.utf8;

import dev.gangway.standalone.pem.ServerCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A certificate authority of the user's own, in the user's configuration directory, and a certificate by it for this machine. A device that
 * trusts the authority trusts the server, also after its certificate was made anew.
 */
final class LocalAuthority {
    /** The file with the authority's certificate, to be trusted by other devices. */
    static final String AUTHORITY = "ca.pem";

    private static final String AUTHORITY_KEY = "ca-key.pem";
    private static final String CERTIFICATE = "server.pem";
    private static final String KEY = "server-key.pem";

    /** As long as browsers accept. */
    private static final Duration LEAF_LIFETIME = Duration.ofDays(397);

    private static final Duration AUTHORITY_LIFETIME = Duration.ofDays(3650);
    /** For clocks that go wrong. */
    private static final Duration BACKDATED = Duration.ofHours(1);

    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";

    private final Path folder;
    private final Instant now;

    /**
     * Makes an authority.
     *
     * @param folder where its files are
     * @param now the time
     */
    LocalAuthority(Path folder, Instant now) {
        this.folder = folder;
        this.now = now;
    }

    /** Returns the directory of the user's that the files are in. */
    static Path configuration(Map<String, String> environment) {
        String base = environment.get("XDG_CONFIG_HOME");
        if (base == null || base.isEmpty()) {
            String windows = environment.get("APPDATA");
            base = windows != null && System.getProperty("os.name", "").startsWith("Windows")
                    ? windows
                    : System.getProperty("user.home", ".") + "/.config";
        }
        return Path.of(base, "gangway");
    }

    /** Returns the path of the certificates: the server's, then the authority's. */
    Path certificate() {
        return folder.resolve(CERTIFICATE);
    }

    /** Returns the path of the server's key. */
    Path key() {
        return folder.resolve(KEY);
    }

    /**
     * Makes certificates that are missing, are too old, or lack a name of this machine.
     *
     * @param extraNames further names and addresses
     * @return the authority's certificate
     * @throws IOException if the files cannot be read or written
     */
    X509Certificate prepare(Collection<String> extraNames) throws IOException {
        Set<String> names = new TreeSet<>();
        extraNames.forEach(name -> names.add(canonical(name)));
        namesOfMachine().forEach(name -> names.add(canonical(name)));
        try {
            makeFolder();
            ServerCertificate authority = authority();
            if (!isCurrent(authority, names)) {
                KeyPair pair = newPair();
                X509Certificate leaf = leaf(pair.getPublic(), authority, names);
                write(KEY, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), true);
                write(
                        CERTIFICATE,
                        pem("CERTIFICATE", leaf.getEncoded())
                                + pem("CERTIFICATE", authority.chain().get(0).getEncoded()),
                        false);
            }
            return authority.chain().get(0);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot make a certificate: " + e.getMessage(), e);
        }
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        if (isPosix()) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectory(folder);
        }
    }

    private static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private ServerCertificate authority() throws IOException, GeneralSecurityException {
        Path certificate = folder.resolve(AUTHORITY);
        if (Files.exists(certificate)) {
            ServerCertificate known = ServerCertificate.read(certificate, folder.resolve(AUTHORITY_KEY), null);
            if (known.chain().get(0).getNotAfter().toInstant().isAfter(now.plus(LEAF_LIFETIME))) {
                return known;
            }
        }
        KeyPair pair = newPair();
        byte[] name = name("Gangway local authority " + hostName());
        X509Certificate made = certificate(
                name,
                name,
                pair.getPublic(),
                pair.getPrivate(),
                AUTHORITY_LIFETIME,
                List.of(
                        extension("2.5.29.19", true, sequence(bool(true), integer(BigInteger.ZERO))),
                        extension("2.5.29.15", true, tagged(0x03, new byte[] {1, 0x06})), // keyCertSign, cRLSign
                        extension("2.5.29.14", false, octets(identifier(pair.getPublic())))));
        write(AUTHORITY_KEY, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), true);
        write(AUTHORITY, pem("CERTIFICATE", made.getEncoded()), false);
        return new ServerCertificate(List.of(made), pair.getPrivate());
    }

    private boolean isCurrent(ServerCertificate authority, Set<String> names) {
        try {
            if (!Files.exists(certificate())) {
                return false;
            }
            X509Certificate leaf =
                    ServerCertificate.read(certificate(), key(), null).chain().get(0);
            leaf.verify(authority.chain().get(0).getPublicKey());
            Set<String> has = new TreeSet<>();
            Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
            if (alternatives != null) {
                alternatives.forEach(each -> has.add(canonical(String.valueOf(each.get(1)))));
            }
            return has.containsAll(names) && leaf.getNotAfter().toInstant().isAfter(now.plus(RENEWED_BEFORE));
        } catch (IOException | GeneralSecurityException e) {
            return false; // it is made anew
        }
    }

    private static String canonical(String name) {
        try {
            return isAddress(name) ? InetAddress.getByName(name).getHostAddress() : name.toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return name;
        }
    }

    private X509Certificate leaf(PublicKey key, ServerCertificate authority, Set<String> names)
            throws GeneralSecurityException, UnknownHostException {
        List<byte[]> alternatives = new ArrayList<>();
        for (String each : names) {
            alternatives.add(
                    isAddress(each)
                            ? tagged(0x87, InetAddress.getByName(each).getAddress())
                            : tagged(0x82, each.getBytes(StandardCharsets.US_ASCII)));
        }
        X509Certificate issuer = authority.chain().get(0);
        return certificate(
                issuer.getSubjectX500Principal().getEncoded(),
                name("Gangway on " + hostName()),
                key,
                authority.key(),
                LEAF_LIFETIME,
                List.of(
                        extension("2.5.29.19", true, sequence()),
                        extension("2.5.29.15", true, tagged(0x03, new byte[] {7, (byte) 0x80})), // digitalSignature
                        extension("2.5.29.37", false, sequence(oid("1.3.6.1.5.5.7.3.1"))), // serverAuth
                        extension("2.5.29.17", false, sequence(alternatives.toArray(byte[][]::new))),
                        extension("2.5.29.14", false, octets(identifier(key))),
                        extension("2.5.29.35", false, sequence(tagged(0x80, identifier(issuer.getPublicKey()))))));
    }

    /** Makes a certificate (RFC 5280 §4.1). */
    private X509Certificate certificate(
            byte[] issuer, byte[] subject, PublicKey key, PrivateKey signer, Duration lifetime, List<byte[]> extensions)
            throws GeneralSecurityException {
        Instant begins = now.minus(BACKDATED);
        byte[] algorithm = sequence(oid(ECDSA_SHA256));
        byte[] body = sequence(
                tagged(0xa0, integer(BigInteger.TWO)), // version 3
                integer(new BigInteger(126, new SecureRandom()).setBit(126)),
                algorithm,
                issuer,
                sequence(time(begins), time(begins.plus(lifetime))),
                subject,
                key.getEncoded(),
                tagged(0xa3, sequence(extensions.toArray(byte[][]::new))));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer);
        signature.update(body);
        byte[] whole = sequence(body, algorithm, bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] extension(String id, boolean critical, byte[] value) {
        return critical ? sequence(oid(id), bool(true), octets(value)) : sequence(oid(id), octets(value));
    }

    private static byte[] name(String commonName) {
        return sequence(set(sequence(oid("2.5.4.3"), utf8(commonName))));
    }

    private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
        return java.util.Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 20);
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private void write(String file, String text, boolean secret) throws IOException {
        Path part = folder.resolve("." + file + ".new");
        Files.deleteIfExists(part);
        FileAttribute<?>[] mode = isPosix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(secret ? "rw-------" : "rw-r--r--"))
                }
                : new FileAttribute<?>[0];
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var out = Files.newByteChannel(part, options, mode)) {
            out.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        }
        Files.move(part, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(String label, byte[] content) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + text + "\n-----END " + label + "-----\n";
    }

    /** Returns the fingerprint of a certificate as browsers show it. */
    static String fingerprint(X509Certificate certificate) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IOException("a certificate has no fingerprint: " + e.getMessage(), e);
        }
    }

    private static Set<String> namesOfMachine() {
        Set<String> names = new TreeSet<>(List.of("localhost", "127.0.0.1", "::1"));
        String host = hostName();
        if (isHostName(host)) {
            names.add(host);
            names.add(host.contains(".") ? host : host + ".local");
        }
        for (InetAddress address : Banner.own()) {
            String text = address.getHostAddress();
            int zone = text.indexOf('%');
            names.add(zone < 0 ? text : text.substring(0, zone));
        }
        return names;
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    private static boolean isHostName(String name) {
        return name.length() < 250 && name.matches("[a-z0-9]([a-z0-9.-]*[a-z0-9])?") && !isAddress(name);
    }

    private static boolean isAddress(String name) {
        return name.contains(":") || name.matches("[0-9]+(\\.[0-9]+){3}");
    }
}
