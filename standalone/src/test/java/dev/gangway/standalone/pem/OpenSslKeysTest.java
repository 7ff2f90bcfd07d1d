package dev.gangway.standalone.pem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.openssl.jcajce.JcePEMDecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Keys of every kind that OpenSSL makes, in every wrapping that it knows, read as Bouncy Castle reads them. */
class OpenSslKeysTest {
    private static final char[] PASSWORD = "säkret".toCharArray();
    private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();
    private static final char[] ASCII = "secret".toCharArray();

    private static final String SCRIPT = """
            set -e
            printf 'säkret' > password
            openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.plain 2>/dev/null
            openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out rsa-short.plain 2>/dev/null
            openssl genpkey -algorithm RSA-PSS -pkeyopt rsa_keygen_bits:1024 -out rsa-pss.plain 2>/dev/null
            for curve in P-256 P-384 P-521; do openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:$curve -out ec-$curve.plain; done
            openssl genpkey -algorithm ED25519 -out ed25519.plain
            openssl genpkey -algorithm ED448 -out ed448.plain
            for key in *.plain; do
                name=${key%.plain}
                cp $key $name.pkcs8.pem
                for cipher in aes-128-cbc aes-192-cbc aes-256-cbc des3; do
                    for prf in SHA1 SHA224 SHA256 SHA384 SHA512; do
                        openssl pkcs8 -topk8 -in $key -v2 $cipher -v2prf hmacWith$prf -iter 100 \\
                            -passout file:password -out $name.pbes2-$cipher-$prf.pem
                    done
                done
                openssl pkcs8 -topk8 -in $key -v1 PBE-SHA1-3DES -iter 100 -passout pass:secret -out $name.ascii-pbes1.pem
                case $name in
                    rsa | rsa-short) tool='rsa -traditional' ;;
                    ec-*) tool=ec ;;
                    *) continue ;;
                esac
                openssl $tool -in $key -out $name.old.pem 2>/dev/null
                for cipher in aes128 aes192 aes256 des3; do
                    openssl $tool -in $key -$cipher -passout file:password -out $name.old-$cipher.pem 2>/dev/null
                done
            done
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void makeKeys() throws Exception {
        Certificates.assumeOpenssl();
        Process script = new ProcessBuilder("sh", "-c", SCRIPT)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertTrue(script.waitFor(120, TimeUnit.SECONDS));
        assertEquals(0, script.exitValue(), () -> read(folder.resolve("output")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @TestFactory
    Stream<DynamicTest> isReadAsBouncyCastleReadsIt() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> keys = files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .toList();
            assertTrue(keys.size() >= 200, keys.size() + " keys");
            return keys.stream().map(key -> dynamicTest(key.getFileName().toString(), () -> check(key)));
        }
    }

    private static void check(Path file) throws Exception {
        String text = read(file);
        char[] password = file.toString().contains("ascii") ? ASCII : PASSWORD;
        PrivateKey ours = PrivateKeys.decode(PemReader.read(text).get(0), password);
        PrivateKey theirs = KeyFactory.getInstance(ours.getAlgorithm())
                .generatePrivate(
                        new PKCS8EncodedKeySpec(bouncyCastle(text, password).getEncoded()));
        assertEquals(secret(theirs), secret(ours));
    }

    /** For some wrappings it takes the low byte of each character for the password, where OpenSSL has taken UTF-8. */
    private static PrivateKeyInfo bouncyCastle(String text, char[] password) throws Exception {
        try {
            return open(text, password);
        } catch (PKCSException | PEMException e) {
            byte[] utf8 = new String(password).getBytes(StandardCharsets.UTF_8);
            return open(text, new String(utf8, StandardCharsets.ISO_8859_1).toCharArray());
        }
    }

    private static PrivateKeyInfo open(String text, char[] password) throws Exception {
        Object found = new PEMParser(new StringReader(text)).readObject();
        if (found instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            return encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(BOUNCY_CASTLE)
                    .build(password));
        }
        if (found instanceof PEMEncryptedKeyPair encrypted) {
            return encrypted
                    .decryptKeyPair(new JcePEMDecryptorProviderBuilder()
                            .setProvider(BOUNCY_CASTLE)
                            .build(password))
                    .getPrivateKeyInfo();
        }
        return found instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : (PrivateKeyInfo) found;
    }

    private static List<Object> secret(PrivateKey key) {
        if (key instanceof RSAPrivateKey rsa) {
            return List.of(rsa.getModulus(), rsa.getPrivateExponent());
        }
        if (key instanceof ECPrivateKey ec) {
            return List.of(ec.getS(), ec.getParams().getCurve());
        }
        byte[] bytes = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return List.of(new BigInteger(1, bytes));
    }

    @Test
    void aKeyInDesIsRefusedWithTheCommandThatConvertsIt() throws Exception {
        Process made = new ProcessBuilder(
                        "openssl",
                        "pkcs8",
                        "-topk8",
                        "-v1",
                        "PBE-MD5-DES",
                        "-provider",
                        "default",
                        "-provider",
                        "legacy",
                        "-in",
                        "rsa-short.plain",
                        "-passout",
                        "pass:secret",
                        "-out",
                        "des")
                .directory(folder.toFile())
                .start();
        assertEquals(0, made.waitFor());
        for (String text : List.of(
                read(folder.resolve("des")),
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,0011223344556677\n\nAAAA\n"
                        + "-----END RSA PRIVATE KEY-----\n")) {
            PemException refused = assertThrows(
                    PemException.class,
                    () -> PrivateKeys.decode(PemReader.read(text).get(0), ASCII));
            assertEquals(
                    "the private key is encrypted with DES, which protects nothing today; convert it: openssl pkcs8 -topk8"
                            + " -provider default -provider legacy -in OLD.pem -out NEW.pem",
                    refused.getMessage());
        }
        Process converted = new ProcessBuilder(
                        "sh",
                        "-c",
                        "openssl pkcs8 -topk8 -provider default -provider legacy -in des -out converted"
                                + " -passin pass:secret -passout pass:secret")
                .directory(folder.toFile())
                .start();
        assertEquals(0, converted.waitFor());
        assertEquals(
                "RSA",
                PrivateKeys.decode(
                                PemReader.read(read(folder.resolve("converted")))
                                        .get(0),
                                ASCII)
                        .getAlgorithm());
    }
}
