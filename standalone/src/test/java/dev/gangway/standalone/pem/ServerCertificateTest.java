package dev.gangway.standalone.pem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerCertificateTest {
    private static final char[] PASSWORD = "säkret".toCharArray();

    @TempDir
    Path directory;

    @TempDir
    static Path rsa;

    @BeforeAll
    static void makeRsaKey() throws Exception {
        Certificates.assumeOpenssl();
        Certificates.make(rsa, "rsa:2048");
    }

    /** Puts the certificate and key of RSA there, which takes long to make. */
    private void useRsa() throws IOException {
        for (String file : new String[] {"cert.pem", "key.pem"}) {
            Files.copy(rsa.resolve(file), directory.resolve(file));
        }
    }

    private ServerCertificate read(char[] password) throws IOException {
        return ServerCertificate.read(directory.resolve("cert.pem"), directory.resolve("key.pem"), password);
    }

    private String refusal(char[] password) {
        IOException refused = assertThrows(IOException.class, () -> read(password));
        return refused.getMessage().replace(directory + "/", "");
    }

    /** Writes key.pem again with an openssl command that reads plain.pem. */
    private void convert(String command) throws Exception {
        Files.move(directory.resolve("key.pem"), directory.resolve("plain.pem"));
        Files.writeString(directory.resolve("password"), String.valueOf(PASSWORD));
        Certificates.openssl(directory, command.split(" "));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            PKCS #8, RSA            | rsa:2048   | pkcs8 -topk8 -nocrypt -in plain.pem -out key.pem
            PKCS #1                 | rsa:2048   | rsa -traditional -in plain.pem -out key.pem
            PKCS #8, EC             | ec -pkeyopt ec_paramgen_curve:P-256 | pkcs8 -topk8 -nocrypt -in plain.pem -out key.pem
            RFC 5915, EC            | ec -pkeyopt ec_paramgen_curve:P-384 | ec -in plain.pem -out key.pem
            PKCS #8, Ed25519        | ed25519    | pkcs8 -topk8 -nocrypt -in plain.pem -out key.pem
            """)
    void readsPlainKeys(String name, String kind, String command) throws Exception {
        String[] words = kind.split(" ");
        if (words[0].equals("rsa:2048")) {
            useRsa();
        } else {
            Certificates.make(directory, words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
        }
        convert(command);
        assertEquals(1, read(null).chain().size());
        read(null).context();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            PBES2 AES-256, SHA-256   | pkcs8 -topk8 -in plain.pem -out key.pem -passout file:password
            PBES2 AES-128, SHA-1     | pkcs8 -topk8 -v2 aes-128-cbc -v2prf hmacWithSHA1 -in plain.pem -out key.pem -passout file:password
            PBES2 AES-256, SHA-512   | pkcs8 -topk8 -v2 aes-256-cbc -v2prf hmacWithSHA512 -in plain.pem -out key.pem -passout file:password
            PBES2 3DES               | pkcs8 -topk8 -v2 des3 -in plain.pem -out key.pem -passout file:password
            OpenSSL AES-256, RSA     | rsa -traditional -aes256 -in plain.pem -out key.pem -passout file:password
            OpenSSL AES-128, RSA     | rsa -traditional -aes128 -in plain.pem -out key.pem -passout file:password
            OpenSSL 3DES, RSA        | rsa -traditional -des3 -in plain.pem -out key.pem -passout file:password
            """)
    void readsEncryptedKeys(String name, String command) throws Exception {
        useRsa();
        convert(command);
        assertEquals("RSA", read(PASSWORD).key().getAlgorithm());
        assertEquals("key.pem: the password does not open the private key", refusal("wrong".toCharArray()));
        assertEquals("key.pem: the private key is encrypted and no password was given", refusal(null));
    }

    /** One wrong password in 256 leaves what looks like padding behind what looks like nothing. */
    @Test
    void knowsAWrongPasswordWhateverItDecryptsTo() throws Exception {
        useRsa();
        convert("pkcs8 -topk8 -iter 1 -in plain.pem -out key.pem -passout file:password");
        for (int i = 0; i < 1500; i++) {
            assertEquals(
                    "key.pem: the password does not open the private key",
                    refusal(("wrong" + i).toCharArray()),
                    "wrong" + i);
        }
    }

    @Test
    void readsAKeyThatIsEncryptedInTheOldWayOfPkcs8() throws Exception {
        useRsa();
        convert("pkcs8 -topk8 -v1 PBE-SHA1-3DES -in plain.pem -out key.pem -passout pass:secret");
        assertEquals("RSA", read("secret".toCharArray()).key().getAlgorithm());
        assertEquals("key.pem: the password does not open the private key", refusal("wrong".toCharArray()));
        assertEquals("key.pem: a key that is encrypted in this old way needs a password in ASCII", refusal(PASSWORD));
    }

    @Test
    void readsAnEncryptedKeyOfAnEllipticCurve() throws Exception {
        Certificates.make(directory, "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        convert("ec -aes256 -in plain.pem -out key.pem -passout file:password");
        assertEquals("EC", read(PASSWORD).key().getAlgorithm());
    }

    @Test
    void findsTheKeyAmongTheCertificates() throws Exception {
        useRsa();
        Path both = directory.resolve("both.pem");
        Files.writeString(both, "A comment\n" + Files.readString(directory.resolve("key.pem")));
        Files.writeString(both, Files.readString(directory.resolve("cert.pem")), StandardOpenOption.APPEND);
        assertEquals(1, ServerCertificate.read(both, null, null).chain().size());
    }

    @Test
    void keepsTheOrderOfAChain() throws Exception {
        useRsa();
        Path cert = directory.resolve("cert.pem");
        Files.move(cert, directory.resolve("own.pem"));
        Files.move(directory.resolve("key.pem"), directory.resolve("own-key.pem"));
        Certificates.make(directory, "ed25519", "-subj", "/CN=issuer");
        String issuer = Files.readString(cert);
        Files.writeString(cert, Files.readString(directory.resolve("own.pem")) + issuer);
        Files.copy(
                directory.resolve("own-key.pem"),
                directory.resolve("key.pem"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertEquals(2, read(null).chain().size());
        assertEquals(
                "CN=localhost",
                read(null).chain().get(0).getSubjectX500Principal().getName());
    }

    @ParameterizedTest
    @CsvSource({"rsa:1024", "ed25519"})
    void refusesAKeyOfAnotherCertificate(String kind) throws Exception {
        useRsa();
        Path cert = directory.resolve("cert.pem");
        String first = Files.readString(cert);
        Certificates.make(directory, kind);
        Files.writeString(cert, first);
        assertEquals("the key in key.pem does not belong to the certificate in cert.pem", refusal(null));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            key.pem   | nothing                                                     | key.pem has no private key
            cert.pem  | nothing                                                     | cert.pem has no certificate
            key.pem   | -----BEGIN PRIVATE KEY-----                                 | key.pem: the block "PRIVATE KEY" has no end
            key.pem   | -----BEGIN PRIVATE KEY-----~?~-----END PRIVATE KEY-----     | key.pem: the block "PRIVATE KEY" is not in base64
            key.pem   | -----BEGIN PRIVATE KEY-----~AAAA~-----END PRIVATE KEY-----  | key.pem: the private key is malformed, or of a kind that Java does not know
            key.pem   | -----BEGIN EC PRIVATE KEY-----~AAAA~-----END EC PRIVATE KEY----- | key.pem: the private key is malformed
            key.pem   | -----BEGIN DSA PRIVATE KEY-----~AAAA~-----END DSA PRIVATE KEY----- | key.pem: a key of the kind "DSA PRIVATE KEY" is not supported
            cert.pem  | -----BEGIN CERTIFICATE-----~AAAA~-----END CERTIFICATE-----  | cert.pem has a certificate that is malformed
            """)
    void saysWhatIsWrongWithAFile(String file, String text, String message) throws Exception {
        useRsa();
        Files.writeString(directory.resolve(file), text.replace('~', '\n') + "\n");
        assertEquals(message, refusal(null));
    }

    @Test
    void saysThatAFileIsMissing() throws Exception {
        useRsa();
        Files.delete(directory.resolve("key.pem"));
        assertEquals("key.pem cannot be read: there is no such file", refusal(null));
    }
}
