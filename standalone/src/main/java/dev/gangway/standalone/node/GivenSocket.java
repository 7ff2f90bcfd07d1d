package dev.gangway.standalone.node;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A socket that listens already and was given to this process as its standard input, by systemd or inetd for example. */
public final class GivenSocket {
    private static final Path STANDARD_INPUT = Path.of("/proc/self/fd/0");

    private GivenSocket() {}

    /**
     * Returns the socket. It is never closed: Java would take standard output and error away with it.
     *
     * @return the socket, or null if standard input is something else
     * @throws IOException if it is a socket that listens, but not one of TCP
     */
    public static @Nullable ServerSocketChannel get() throws IOException {
        if (!mayBeSocket()) {
            return null;
        }
        Channel channel = System.inheritedChannel();
        if (!(channel instanceof ServerSocketChannel listening)) {
            return null;
        }
        if (!(listening.getLocalAddress() instanceof InetSocketAddress)) {
            throw new IOException("standard input is a socket that listens, but not a TCP socket");
        }
        return listening;
    }

    /** Looks before Java does, which takes longer. Where the system does not tell, Java has to. */
    private static boolean mayBeSocket() {
        try {
            return Files.readSymbolicLink(STANDARD_INPUT).toString().startsWith("socket:");
        } catch (IOException | RuntimeException e) {
            return !Files.isDirectory(Path.of("/proc/self"));
        }
    }
}
