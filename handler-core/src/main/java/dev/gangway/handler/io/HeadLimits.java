package dev.gangway.handler.io;

/**
 * How much the header section of a request may hold.
 *
 * @param lineBytes the longest field line in bytes, with its line end
 * @param lines the most field lines, the empty line at their end included, as http.client counts them
 * @param sectionBytes the most bytes in all
 */
public record HeadLimits(int lineBytes, int lines, int sectionBytes) {
    /** The default limits. */
    public static final HeadLimits DEFAULT = new HeadLimits(65_536, 100, 262_144);
}
