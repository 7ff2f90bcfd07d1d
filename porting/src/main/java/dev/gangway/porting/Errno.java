package dev.gangway.porting;

/** Python's module {@code errno}, with the numbers of Linux. */
public final class Errno {
    /** No such file or directory. */
    public static final long ENOENT = 2;
    /** Interrupted system call. */
    public static final long EINTR = 4;
    /** Resource temporarily unavailable. */
    public static final long EAGAIN = 11;
    /** Operation would block. */
    public static final long EWOULDBLOCK = 11;
    /** Permission denied. */
    public static final long EACCES = 13;
    /** File exists. */
    public static final long EEXIST = 17;
    /** Not a directory. */
    public static final long ENOTDIR = 20;
    /** Is a directory. */
    public static final long EISDIR = 21;
    /** Invalid argument. */
    public static final long EINVAL = 22;
    /** Broken pipe. */
    public static final long EPIPE = 32;
    /** Directory not empty. */
    public static final long ENOTEMPTY = 39;
    /** Address already in use. */
    public static final long EADDRINUSE = 98;
    /** Cannot assign requested address. */
    public static final long EADDRNOTAVAIL = 99;
    /** Software caused connection abort. */
    public static final long ECONNABORTED = 103;
    /** Connection reset by peer. */
    public static final long ECONNRESET = 104;
    /** Connection timed out. */
    public static final long ETIMEDOUT = 110;
    /** Connection refused. */
    public static final long ECONNREFUSED = 111;

    private Errno() {}
}
