package dev.gangway.porting;

/** Python's module {@code hashlib}. */
public final class Hashlib {
    private Hashlib() {}

    /** Returns {@code hashlib.md5()}. */
    public static Hash md5() {
        return new Hash("md5", "MD5", new byte[0]);
    }

    /** Returns {@code hashlib.md5(data)}. */
    public static Hash md5(byte[] data) {
        return new Hash("md5", "MD5", data);
    }

    /** Returns {@code hashlib.sha1()}. */
    public static Hash sha1() {
        return new Hash("sha1", "SHA-1", new byte[0]);
    }

    /** Returns {@code hashlib.sha1(data)}. */
    public static Hash sha1(byte[] data) {
        return new Hash("sha1", "SHA-1", data);
    }

    /** Returns {@code hashlib.sha224()}. */
    public static Hash sha224() {
        return new Hash("sha224", "SHA-224", new byte[0]);
    }

    /** Returns {@code hashlib.sha224(data)}. */
    public static Hash sha224(byte[] data) {
        return new Hash("sha224", "SHA-224", data);
    }

    /** Returns {@code hashlib.sha256()}. */
    public static Hash sha256() {
        return new Hash("sha256", "SHA-256", new byte[0]);
    }

    /** Returns {@code hashlib.sha256(data)}. */
    public static Hash sha256(byte[] data) {
        return new Hash("sha256", "SHA-256", data);
    }

    /** Returns {@code hashlib.sha384()}. */
    public static Hash sha384() {
        return new Hash("sha384", "SHA-384", new byte[0]);
    }

    /** Returns {@code hashlib.sha384(data)}. */
    public static Hash sha384(byte[] data) {
        return new Hash("sha384", "SHA-384", data);
    }

    /** Returns {@code hashlib.sha512()}. */
    public static Hash sha512() {
        return new Hash("sha512", "SHA-512", new byte[0]);
    }

    /** Returns {@code hashlib.sha512(data)}. */
    public static Hash sha512(byte[] data) {
        return new Hash("sha512", "SHA-512", data);
    }

    /** Returns {@code hashlib.new(name)}. */
    public static Hash newValue(String name) {
        return new Hash(
                name, name.startsWith("sha") && !name.contains("-") ? "SHA-" + name.substring(3) : name, new byte[0]);
    }
}
