package dev.gangway.files.dav;

/**
 * The name of a property.
 *
 * @param namespace its namespace; empty for none
 * @param name its local name
 */
public record PropertyName(String namespace, String name) {
    /** The namespace of WebDAV itself. */
    public static final String DAV = "DAV:";

    /**
     * Names a property of WebDAV itself.
     *
     * @param name its local name
     * @return the name
     */
    public static PropertyName dav(String name) {
        return new PropertyName(DAV, name);
    }

    /**
     * Tells whether it is a property of WebDAV itself.
     *
     * @return whether its namespace is {@code DAV:}
     */
    public boolean isDav() {
        return namespace.equals(DAV);
    }
}
