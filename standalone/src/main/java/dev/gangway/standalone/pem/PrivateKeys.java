package dev.gangway.standalone.pem;

import dev.gangway.standalone.pem.PemReader.Block;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Private keys from PEM: PKCS #8 (RFC 5958), plain or encrypted, and the older forms for RSA (RFC 8017 A.1.2) and EC
 * (RFC 5915), plain or encrypted as OpenSSL did it before version 1.0.
 */
final class PrivateKeys {
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] RSA_ALGORITHM = HEX.parseHex("06092a864886f70d0101010500");
    private static final byte[] EC_ALGORITHM = HEX.parseHex("06072a8648ce3d0201");
    private static final byte[] VERSION_0 = HEX.parseHex("020100");
    /** Java's names of the algorithms a key in PKCS #8 may be for; the key says which in a number. */
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA", "RSASSA-PSS", "DSA");

    private PrivateKeys() {}

    static boolean isKey(Block block) {
        return block.label().endsWith("PRIVATE KEY");
    }

    /** Decodes a key. */
    static PrivateKey decode(Block block, char @Nullable [] password) throws PemException {
        return switch (block.label()) {
            case "PRIVATE KEY" -> ofPkcs8(block.content());
            case "ENCRYPTED PRIVATE KEY" -> ofPkcs8(opened(decryptPkcs8(block.content(), needed(password))));
            case "RSA PRIVATE KEY" -> ofPkcs8(wrapRsa(decryptLegacy(block, password)));
            case "EC PRIVATE KEY" -> ofPkcs8(wrapEc(decryptLegacy(block, password)));
            default -> throw new PemException("a key of the kind \"" + block.label() + "\" is not supported");
        };
    }

    private static PrivateKey ofPkcs8(byte[] key) throws PemException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
            } catch (GeneralSecurityException e) {
                // Not this one.
            }
        }
        throw new PemException("the private key is malformed, or of a kind that Java does not know");
    }

    private static byte[] wrapRsa(byte[] key) {
        return Der.encode(
                Der.SEQUENCE, VERSION_0, Der.encode(Der.SEQUENCE, RSA_ALGORITHM), Der.encode(Der.OCTET_STRING, key));
    }

    private static byte[] wrapEc(byte[] key) throws PemException {
        ByteBuffer fields = Der.decode(ByteBuffer.wrap(key), Der.SEQUENCE);
        Der.decode(fields, Der.INTEGER);
        Der.decode(fields, Der.OCTET_STRING);
        if (Der.nextTag(fields) != Der.CONTEXT_0) {
            throw new PemException("the private key does not name its curve");
        }
        byte[] curve = Der.bytes(Der.decode(fields, Der.CONTEXT_0));
        return Der.encode(
                Der.SEQUENCE,
                VERSION_0,
                Der.encode(Der.SEQUENCE, EC_ALGORITHM, curve),
                Der.encode(Der.OCTET_STRING, key));
    }

    /** Checks what a password has left: one in 256 wrong ones leaves what can pass for padding, but hardly ever a key. */
    private static byte[] opened(byte[] key) throws PemException {
        try {
            Der.decode(ByteBuffer.wrap(key), Der.SEQUENCE);
            return key;
        } catch (PemException e) {
            throw wrongPassword();
        }
    }

    private static byte[] decryptPkcs8(byte[] encrypted, char[] password) throws PemException {
        ByteBuffer info = Der.decode(ByteBuffer.wrap(encrypted), Der.SEQUENCE);
        ByteBuffer algorithm = Der.decode(info, Der.SEQUENCE);
        try {
            if (Pbes2.oid(algorithm).equals(Pbes2.OID)) {
                return Pbes2.decode(algorithm).decrypt(Der.decode(info, Der.OCTET_STRING), password);
            }
            EncryptedPrivateKeyInfo old = new EncryptedPrivateKeyInfo(encrypted);
            if (old.getAlgName().endsWith("AndDES")) {
                throw isInDes();
            }
            return decryptPbes1(old, password);
        } catch (PemException e) {
            throw e;
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new PemException("the private key is encrypted in a way that Java does not know");
        } catch (GeneralSecurityException e) {
            throw wrongPassword();
        }
    }

    /** RFC 8018 §6.1, and the ciphers of PKCS #12. */
    private static byte[] decryptPbes1(EncryptedPrivateKeyInfo info, char[] password)
            throws GeneralSecurityException, PemException {
        if (!String.valueOf(password).chars().allMatch(c -> c < 0x80)) {
            throw new PemException("a key that is encrypted in this old way needs a password in ASCII");
        }
        Cipher cipher = Cipher.getInstance(info.getAlgName());
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(info.getAlgName()).generateSecret(new PBEKeySpec(password)),
                info.getAlgParameters());
        return info.getKeySpec(cipher).getEncoded();
    }

    private static byte[] decryptLegacy(Block block, char @Nullable [] password) throws PemException {
        String info = block.headers().get("DEK-Info");
        if (info == null) {
            return block.content();
        }
        int comma = info.indexOf(',');
        String name = comma < 0 ? info : info.substring(0, comma);
        CbcCipher legacy = CbcCipher.ofName(name);
        if (name.equals("DES-CBC")) {
            throw isInDes();
        }
        if (legacy == null) {
            throw new PemException("the private key is encrypted with " + name + ", which is not supported");
        }
        try {
            byte[] iv = HEX.parseHex(info.substring(comma + 1).strip());
            Cipher cipher = Cipher.getInstance(legacy.transformation());
            byte[] key = legacyKey(needed(password), Arrays.copyOf(iv, 8), legacy.keyBytes());
            SecretKeySpec secret = new SecretKeySpec(key, legacy.algorithm());
            cipher.init(Cipher.DECRYPT_MODE, secret, new IvParameterSpec(iv));
            return opened(cipher.doFinal(block.content()));
        } catch (GeneralSecurityException | IllegalArgumentException | PemException e) {
            throw password == null ? needsPassword() : wrongPassword();
        }
    }

    /** OpenSSL's {@code EVP_BytesToKey} with MD5 and one round. */
    private static byte[] legacyKey(char[] password, byte[] salt, int bytes) throws GeneralSecurityException {
        MessageDigest md5 = MessageDigest.getInstance("MD5");
        byte[] secret = new String(password).getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[0];
        byte[] last = key;
        while (key.length < bytes) {
            md5.update(last);
            md5.update(secret);
            last = md5.digest(salt);
            int before = key.length;
            key = Arrays.copyOf(key, before + last.length);
            System.arraycopy(last, 0, key, before, last.length);
        }
        return Arrays.copyOf(key, bytes);
    }

    private static char[] needed(char @Nullable [] password) throws PemException {
        if (password == null) {
            throw needsPassword();
        }
        return password;
    }

    private static PemException isInDes() {
        return new PemException(
                "the private key is encrypted with DES, which protects nothing today; convert it: openssl pkcs8"
                        + " -topk8 -provider default -provider legacy -in OLD.pem -out NEW.pem");
    }

    private static PemException needsPassword() {
        return new PemException(
                "the private key is encrypted and no password was given", PemException.Missing.PASSWORD);
    }

    private static PemException wrongPassword() {
        return new PemException("the password does not open the private key");
    }
}
