package dev.gangway.standalone.pem;

import dev.gangway.standalone.log.FailureText;
import dev.gangway.standalone.pem.PemReader.Block;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A server's identity for its clients: a chain of certificates, its own first, and the key to it.
 *
 * @param chain one certificate or more
 * @param key the private key of the first
 */
public record ServerCertificate(List<X509Certificate> chain, PrivateKey key) {
    /** The key never leaves memory, so its store needs no secret. */
    private static final char[] STORE_PASSWORD = "gangway".toCharArray();

    /**
     * Reads files in PEM.
     *
     * @param certfile certificates, the server's own first, then its issuers
     * @param keyfile has the private key; null if it stands among the certificates, as in Python
     * @param password the password of the key, or null if it has none
     * @return the certificates and the key
     * @throws IOException if the files cannot be used, which the message explains
     */
    public static ServerCertificate read(Path certfile, @Nullable Path keyfile, char @Nullable [] password)
            throws IOException {
        List<Block> blocks = blocks(certfile);
        Path keySource = keyfile == null ? certfile : keyfile;
        Optional<Block> keyBlock = (keyfile == null ? blocks : blocks(keyfile))
                .stream().filter(PrivateKeys::isKey).findFirst();
        if (keyBlock.isEmpty()) {
            throw new PemException(
                    keySource + " has no private key",
                    keyfile == null ? PemException.Missing.KEY : PemException.Missing.NOTHING);
        }
        List<X509Certificate> chain = certificates(certfile, blocks);
        PrivateKey key = within(keySource, () -> PrivateKeys.decode(keyBlock.get(), password));
        if (!match(chain.get(0).getPublicKey(), key)) {
            throw new PemException("the key in " + keySource + " does not belong to the certificate in " + certfile);
        }
        return new ServerCertificate(chain, key);
    }

    /**
     * Makes a context that shows this certificate and asks clients for none.
     *
     * @return the context
     * @throws IOException if the certificate cannot be used
     */
    public SSLContext context() throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", key, STORE_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, STORE_PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be used: " + e.getMessage(), e);
        }
    }

    private static List<Block> blocks(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            return within(file, () -> PemReader.read(text));
        } catch (PemException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + " cannot be read: " + FailureText.of(e), e);
        }
    }

    private static List<X509Certificate> certificates(Path file, List<Block> blocks) throws PemException {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (Block block : blocks) {
                if (block.label().equals("CERTIFICATE")) {
                    chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
                }
            }
            if (chain.isEmpty()) {
                throw new PemException(file + " has no certificate");
            }
            return List.copyOf(chain);
        } catch (CertificateException e) {
            throw new PemException(file + " has a certificate that is malformed");
        }
    }

    /** Tells whether what the one signs the other verifies. */
    private static boolean match(PublicKey publicKey, PrivateKey key) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            default -> key.getAlgorithm();
        };
        if (algorithm.equals("RSASSA-PSS")) {
            return publicKey.getAlgorithm().startsWith("RSA"); // signing takes parameters; the handshake will tell
        }
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update((byte) 1);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update((byte) 1);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private interface Reading<T> {
        T read() throws PemException;
    }

    /** Puts the name of the file in front of the fault. */
    private static <T> T within(Path file, Reading<T> reading) throws PemException {
        try {
            return reading.read();
        } catch (PemException e) {
            throw new PemException(file + ": " + e.getMessage(), e.missing());
        }
    }
}
