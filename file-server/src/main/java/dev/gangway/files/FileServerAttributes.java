package dev.gangway.files;

import dev.gangway.files.values.ByteSize;
import dev.gangway.files.values.PathPrefix;
import dev.gangway.files.values.Words;
import dev.gangway.handler.SimpleHTTPRequestHandler;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The attributes of {@link FileHTTPRequestHandler}. A setter checks its value, and names the values that it takes. */
abstract class FileServerAttributes extends SimpleHTTPRequestHandler {
    private static final long DEFAULT_UPLOAD_LIMIT = 1L << 30;
    /** How many files of the greatest length a form may have. */
    private static final int DEFAULT_FILES = 10;

    private String listing = "rich";
    private String hidden = "hide";
    private boolean spa = false;
    private boolean cleanUrls = false;
    private boolean headersAlways = false;
    private String cors = "";
    private boolean isolated = false;
    private boolean compress = true;
    private boolean precompressed = true;
    private String realm = "Gangway";
    private boolean upload = false;
    private String overwrite = "never";
    private String webdav = "off";
    private boolean archive = false;
    private @Nullable Path authFile;
    private String auth = "";
    private long uploadLimit = DEFAULT_UPLOAD_LIMIT;
    private long uploadTotalLimit = -1;
    private String pathPrefix = "";
    private List<String> hosts = List.of();

    FileServerAttributes(Path directory) {
        super(directory);
    }

    /**
     * Returns the kind of answer for a directory without an index page.
     *
     * @return {@code rich}, the default: a page to sort, filter and walk in; {@code plain}: the page of {@code http.server}; {@code none}: 404
     */
    public String listing() {
        return listing;
    }

    /**
     * Sets the kind of answer for a directory without an index page. A client that prefers JSON gets JSON, except under {@code none}.
     *
     * @param listing {@code rich}, {@code plain} or {@code none}
     * @throws IllegalArgumentException if it is another word
     */
    public void listing(String listing) {
        this.listing = Words.check("listing", listing, "rich", "plain", "none");
    }

    /**
     * Returns the treatment of names that begin with a dot.
     *
     * @return {@code hide}, the default: no listing has them, and they are 404 to read and 403 to write, but for {@code .well-known}, which can be read and written; {@code show}: they are names like others
     */
    public String hidden() {
        return hidden;
    }

    /**
     * Sets the treatment of names that begin with a dot.
     *
     * @param hidden {@code show} or {@code hide}
     * @throws IllegalArgumentException if it is another word
     */
    public void hidden(String hidden) {
        this.hidden = Words.check("hidden", hidden, "show", "hide");
    }

    /**
     * Tells whether an unknown path is a page of a single-page application.
     *
     * @return false by default
     */
    public boolean spa() {
        return spa;
    }

    /**
     * Sets whether an unknown path whose last name has no dot, and a directory without an index page, give the index page of {@link #directory()}, with 200.
     *
     * @param spa true for a single-page application
     */
    public void spa(boolean spa) {
        this.spa = spa;
    }

    /**
     * Tells whether {@code /a} gives {@code a.html}.
     *
     * @return false by default
     */
    public boolean cleanUrls() {
        return cleanUrls;
    }

    /**
     * Sets whether {@code /a} gives {@code a.html} where there is no {@code a}. {@code /a.html} is served too, and a directory {@code a} wins.
     *
     * @param cleanUrls true to look for {@code .html}
     */
    public void cleanUrls(boolean cleanUrls) {
        this.cleanUrls = cleanUrls;
    }

    /**
     * Tells whether {@link #extraResponseHeaders()} are on every answer, errors and redirects too.
     *
     * @return false by default: on files and listings alone
     */
    public boolean headersAlways() {
        return headersAlways;
    }

    /**
     * Sets whether {@link #extraResponseHeaders()} are on every answer.
     *
     * @param headersAlways true for errors and redirects too
     */
    public void headersAlways(boolean headersAlways) {
        this.headersAlways = headersAlways;
    }

    /**
     * Returns the origin whose scripts may read the served files (the Fetch standard's CORS protocol).
     *
     * @return an origin such as {@code https://example.org}, {@code *} for any; empty, the default, for none
     */
    public String cors() {
        return cors;
    }

    /**
     * Sets the origin whose scripts may read the served files; their preflight requests are answered too. It allows no writing: see {@link #upload(boolean)}.
     *
     * @param cors an origin, {@code *}, or empty
     * @throws IllegalArgumentException if it is no value of a field
     */
    public void cors(String cors) {
        this.cors = Words.checkField("cors", cors);
    }

    /**
     * Tells whether pages are isolated from other origins.
     *
     * @return false by default
     */
    public boolean isolated() {
        return isolated;
    }

    /**
     * Sets whether every answer has {@code Cross-Origin-Opener-Policy: same-origin}, {@code Cross-Origin-Embedder-Policy: require-corp} and {@code Cross-Origin-Resource-Policy: same-origin}, which {@code SharedArrayBuffer} needs.
     *
     * @param isolated true to isolate
     */
    public void isolated(boolean isolated) {
        this.isolated = isolated;
    }

    /**
     * Tells whether text is compressed with gzip as it is sent.
     *
     * @return true by default
     */
    public boolean compress() {
        return compress;
    }

    /**
     * Sets whether files of text types of more than 1 KiB, and listings, are compressed with gzip as they are sent, to clients that accept it (RFC 9110 §12.5.3).
     *
     * @param compress false never to compress
     */
    public void compress(boolean compress) {
        this.compress = compress;
    }

    /**
     * Tells whether a sibling that is compressed already is sent.
     *
     * @return true by default
     */
    public boolean precompressed() {
        return precompressed;
    }

    /**
     * Sets whether {@code a.js.br}, {@code a.js.zst} or {@code a.js.gz} is sent for {@code a.js}, to clients that accept it. One that is older than its original is not.
     *
     * @param precompressed false to ignore siblings
     */
    public void precompressed(boolean precompressed) {
        this.precompressed = precompressed;
    }

    /**
     * Returns the name that a browser shows when it asks for a password (RFC 7617 §2).
     *
     * @return a text, {@code Gangway} by default
     */
    public String realm() {
        return realm;
    }

    /**
     * Sets the name that a browser shows when it asks for a password.
     *
     * @param realm a text of ASCII without control characters
     * @throws IllegalArgumentException if it is no value of a field
     */
    public void realm(String realm) {
        this.realm = Words.checkField("realm", realm);
    }

    /**
     * Tells whether clients may upload files.
     *
     * @return false by default
     */
    public boolean upload() {
        return upload;
    }

    /**
     * Sets whether clients may upload files: by PUT, by a form (POST of {@code multipart/form-data} to a directory), and by tus 1.0. Every client that can reach the server can write then; {@link #authFile(Path)} asks for a password.
     *
     * @param upload true to let clients write
     */
    public void upload(boolean upload) {
        this.upload = upload;
    }

    /**
     * Returns the answer to an upload whose name is taken.
     *
     * @return {@code never}, the default: 409; {@code rename}: it gets another name; {@code replace}: it takes the place of the file
     */
    public String overwrite() {
        return overwrite;
    }

    /**
     * Sets the answer to an upload whose name is taken. With {@code webdav} {@code write}, PUT replaces whatever this says (RFC 4918 §9.7).
     *
     * @param overwrite {@code never}, {@code rename} or {@code replace}
     * @throws IllegalArgumentException if it is another word
     */
    public void overwrite(String overwrite) {
        this.overwrite = Words.check("overwrite", overwrite, "never", "rename", "replace");
    }

    /**
     * Returns whether the directory is a WebDAV share (RFC 4918, classes 1 and 2).
     *
     * @return {@code off}, the default; {@code read}; {@code write}
     */
    public String webdav() {
        return webdav;
    }

    /**
     * Sets whether the directory is a WebDAV share. With {@code write}, every client that can reach the server can change and delete files.
     *
     * @param webdav {@code off}, {@code read} or {@code write}
     * @throws IllegalArgumentException if it is another word
     */
    public void webdav(String webdav) {
        this.webdav = Words.check("webdav", webdav, "off", "read", "write");
    }

    /**
     * Tells whether a directory can be had as one file.
     *
     * @return false by default
     */
    public boolean archive() {
        return archive;
    }

    /**
     * Sets whether {@code ?archive=zip} and {@code ?archive=tar.gz} of a directory give all that is in it, as one file.
     *
     * @param archive true to offer archives
     */
    public void archive(boolean archive) {
        this.archive = archive;
    }

    /**
     * Returns the file of names and passwords that a client has to know one of.
     *
     * @return a file in the form of {@code htpasswd -B}; null, the default, if there is none
     */
    public @Nullable Path authFile() {
        return authFile;
    }

    /**
     * Sets the file of names and passwords that a client has to know one of: lines {@code NAME:HASH} with bcrypt hashes, as
     * {@code htpasswd -B} writes them. It is read again when it changes. A file that is unreadable, or has another line, lets
     * no user in.
     *
     * @param authFile the file, or null for none
     */
    public void authFile(@Nullable Path authFile) {
        this.authFile = authFile;
    }

    /**
     * Returns the one name and password that are enough without a file.
     *
     * @return {@code NAME:PASSWORD}; empty, the default, if there is none
     */
    public String auth() {
        return auth;
    }

    /**
     * Sets one name and password that are enough, beside those of {@link #authFile()}.
     *
     * @param auth {@code NAME:PASSWORD}, or empty for none
     * @throws IllegalArgumentException if it has no colon, or nothing before it
     */
    public void auth(String auth) {
        if (!auth.isEmpty() && auth.indexOf(':') < 1) {
            throw new IllegalArgumentException("auth is not NAME:PASSWORD"); // without the value, which is secret
        }
        this.auth = auth;
    }

    /**
     * Returns how long an uploaded file may be.
     *
     * @return bytes, 0 or more; 1 GiB by default
     */
    public long uploadLimit() {
        return uploadLimit;
    }

    /**
     * Sets how long an uploaded file may be; a longer one is answered with 413.
     *
     * @param bytes 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void uploadLimit(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("uploadLimit is negative: " + bytes);
        }
        uploadLimit = bytes;
    }

    /**
     * Sets how long an uploaded file may be.
     *
     * @param size bytes, or a number with K, M, G or T behind it, times 1,024
     * @throws IllegalArgumentException if it is no size
     */
    public void uploadLimit(String size) {
        uploadLimit(ByteSize.parse(size));
    }

    /**
     * Returns how long the files of one form may be together.
     *
     * @return bytes, 0 or more; ten times {@link #uploadLimit()} by default
     */
    public long uploadTotalLimit() {
        boolean fits = uploadLimit < Long.MAX_VALUE / DEFAULT_FILES;
        return uploadTotalLimit >= 0 ? uploadTotalLimit : fits ? uploadLimit * DEFAULT_FILES : Long.MAX_VALUE;
    }

    /**
     * Sets how long the files of one form may be together; a longer form is answered with 413, and none of its files is kept.
     *
     * @param bytes 0 or more
     * @throws IllegalArgumentException if it is negative
     */
    public void uploadTotalLimit(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("uploadTotalLimit is negative: " + bytes);
        }
        uploadTotalLimit = bytes;
    }

    /**
     * Sets how long the files of one form may be together.
     *
     * @param size bytes, or a number with K, M, G or T behind it, times 1,024
     * @throws IllegalArgumentException if it is no size
     */
    public void uploadTotalLimit(String size) {
        uploadTotalLimit(ByteSize.parse(size));
    }

    /**
     * Returns the path in front of everything that is served.
     *
     * @return {@code /x} for example; empty, the default, for none
     */
    public String pathPrefix() {
        return pathPrefix;
    }

    /**
     * Sets the path in front of everything that is served: {@code /x/file} gives {@code file}, and {@code /file} 404. For a server
     * behind a proxy that passes a path on as it is.
     *
     * @param pathPrefix a path that begins with a slash, as a client sends it; a slash at its end is dropped; empty for none
     * @throws IllegalArgumentException if it does not begin with one slash, or has a query, a dot segment or a space
     */
    public void pathPrefix(String pathPrefix) {
        this.pathPrefix = PathPrefix.checked(pathPrefix);
    }

    /**
     * Returns the names by which clients may write to a server on a loopback address, beside those of loopback.
     *
     * @return host names; none by default
     */
    public List<String> hosts() {
        return hosts;
    }

    /**
     * Sets the names by which clients may write to a server on a loopback address. A request to write whose {@code Host} is no
     * name of loopback is refused there, because a page from elsewhere can have its own name lead to 127.0.0.1. A server
     * behind a proxy on the same machine says here which names the proxy passes on.
     *
     * @param hosts host names without ports
     */
    public void hosts(List<String> hosts) {
        this.hosts = List.copyOf(hosts);
    }
}
