package dev.gangway.standalone.pem;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens keys that are encrypted with PBES2 (RFC 8018 §6.2), as every tool does today. The JDK can too, but only with
 * passwords in ASCII.
 *
 * @param derivation the name of the function that makes a key of a password
 * @param salt its salt
 * @param iterations how often it is applied
 * @param cipher what the key is encrypted with
 * @param iv its initialization vector
 */
record Pbes2(String derivation, ByteBuffer salt, int iterations, CbcCipher cipher, ByteBuffer iv) {
    static final String OID = "2a864886f70d01050d";

    private static final String PBKDF2 = "2a864886f70d01050c";
    private static final String DEFAULT_DERIVATION = "PBKDF2WithHmacSHA1";
    private static final int MAX_ITERATIONS = 10_000_000;
    private static final Map<String, String> DERIVATIONS = Map.of(
            "2a864886f70d0207", DEFAULT_DERIVATION,
            "2a864886f70d0208", "PBKDF2WithHmacSHA224",
            "2a864886f70d0209", "PBKDF2WithHmacSHA256",
            "2a864886f70d020a", "PBKDF2WithHmacSHA384",
            "2a864886f70d020b", "PBKDF2WithHmacSHA512");

    /** Reads the parameters that stand behind the number of PBES2. */
    static Pbes2 decode(ByteBuffer algorithm) throws PemException {
        ByteBuffer parameters = Der.decode(algorithm, Der.SEQUENCE);
        ByteBuffer function = Der.decode(parameters, Der.SEQUENCE);
        if (!oid(function).equals(PBKDF2)) {
            throw unknown();
        }
        ByteBuffer pbkdf2 = Der.decode(function, Der.SEQUENCE);
        ByteBuffer salt = Der.decode(pbkdf2, Der.OCTET_STRING);
        int iterations = integer(Der.decode(pbkdf2, Der.INTEGER));
        if (Der.nextTag(pbkdf2) == Der.INTEGER) {
            Der.decode(pbkdf2, Der.INTEGER); // the length of the key, which the cipher says too
        }
        String derivation = Der.nextTag(pbkdf2) == Der.SEQUENCE
                ? DERIVATIONS.get(oid(Der.decode(pbkdf2, Der.SEQUENCE)))
                : DEFAULT_DERIVATION;
        ByteBuffer scheme = Der.decode(parameters, Der.SEQUENCE);
        CbcCipher cipher = CbcCipher.ofOid(oid(scheme));
        if (derivation == null || cipher == null) {
            throw unknown();
        }
        return new Pbes2(derivation, salt, iterations, cipher, Der.decode(scheme, Der.OCTET_STRING));
    }

    /** Decrypts; an exception most often means that the password is wrong. */
    byte[] decrypt(ByteBuffer encrypted, char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, Der.bytes(salt), iterations, cipher.keyBytes() * 8);
        byte[] key =
                SecretKeyFactory.getInstance(derivation).generateSecret(spec).getEncoded();
        Cipher opener = Cipher.getInstance(cipher.transformation());
        opener.init(
                Cipher.DECRYPT_MODE, new SecretKeySpec(key, cipher.algorithm()), new IvParameterSpec(Der.bytes(iv)));
        return opener.doFinal(Der.bytes(encrypted));
    }

    /** Reads an object identifier as the hexadecimal digits of its encoding. */
    static String oid(ByteBuffer data) throws PemException {
        return HexFormat.of().formatHex(Der.bytes(Der.decode(data, Der.OBJECT_IDENTIFIER)));
    }

    private static int integer(ByteBuffer bytes) throws PemException {
        long value = 0;
        while (bytes.hasRemaining() && value <= MAX_ITERATIONS) {
            value = value << 8 | bytes.get() & 0xff;
        }
        if (value < 1 || value > MAX_ITERATIONS) {
            throw new PemException("the private key is encrypted with a number of iterations out of bounds");
        }
        return (int) value;
    }

    private static PemException unknown() {
        return new PemException("the private key is encrypted in a way that is not supported");
    }
}
