package dev.gangway.standalone.pem;

import org.jspecify.annotations.Nullable;

/** The ciphers that private keys are encrypted with. */
enum CbcCipher {
    /** AES with a key of 128 bits. */
    AES_128("AES", 16, "AES-128-CBC", "608648016503040102"),
    /** AES with a key of 192 bits. */
    AES_192("AES", 24, "AES-192-CBC", "608648016503040116"),
    /** AES with a key of 256 bits. */
    AES_256("AES", 32, "AES-256-CBC", "60864801650304012a"),
    /** Triple DES. */
    DES_EDE3("DESede", 24, "DES-EDE3-CBC", "2a864886f70d0307");

    private final String algorithm;
    private final int keyBytes;
    private final String name;
    private final String oid;

    CbcCipher(String algorithm, int keyBytes, String name, String oid) {
        this.algorithm = algorithm;
        this.keyBytes = keyBytes;
        this.name = name;
        this.oid = oid;
    }

    /** Finds a cipher by the name OpenSSL gives it. */
    static @Nullable CbcCipher ofName(String name) {
        for (CbcCipher cipher : values()) {
            if (cipher.name.equals(name)) {
                return cipher;
            }
        }
        return null;
    }

    /** Finds a cipher by its object identifier, in hexadecimal digits. */
    static @Nullable CbcCipher ofOid(String oid) {
        for (CbcCipher cipher : values()) {
            if (cipher.oid.equals(oid)) {
                return cipher;
            }
        }
        return null;
    }

    String algorithm() {
        return algorithm;
    }

    String transformation() {
        return algorithm + "/CBC/PKCS5Padding";
    }

    int keyBytes() {
        return keyBytes;
    }
}
