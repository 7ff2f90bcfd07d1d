package dev.gangway.servlet;

import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the web application's naming context below {@code gangway}, as far as the container has one. The names come
 * from the deployer's own attributes, never from a request.
 */
@SuppressWarnings("BanJNDI") // The container's own naming context, read under a fixed prefix.
final class JndiEntries {
    /** The prefix of an attribute's name. */
    static final String PREFIX = "java:comp/env/gangway/";

    private final @Nullable Context entries;

    private JndiEntries(@Nullable Context entries) {
        this.entries = entries;
    }

    /** Looks for the naming context of the web application that is being deployed. */
    static JndiEntries find() {
        try {
            Context context = new InitialContext();
            // Without entries there is no such context; many containers have no naming at all.
            return new JndiEntries(
                    context.lookup(PREFIX.substring(0, PREFIX.length() - 1)) instanceof Context ? context : null);
        } catch (NamingException | RuntimeException e) {
            return new JndiEntries(null);
        }
    }

    /** Tells whether there is any. */
    boolean exist() {
        return entries != null;
    }

    /**
     * Returns an entry as text: a text, a number, a truth value.
     *
     * @return null if there is none
     * @throws DeploymentException if there is one that cannot be read
     */
    @Nullable String get(String name) throws DeploymentException {
        if (entries == null) {
            return null;
        }
        try {
            Object value = entries.lookup(PREFIX + name);
            return value == null || value instanceof Context ? null : value.toString();
        } catch (NamingException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof NameNotFoundException) {
                    return null;
                }
            }
            throw new DeploymentException("JNDI entry '" + PREFIX + name + "' cannot be read: " + e, e);
        }
    }
}
