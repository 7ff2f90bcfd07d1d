package dev.gangway.standalone;

import dev.gangway.handler.platform.OperatingSystem;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolFamily;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The socket that takes in connections. Waiting for one can be ended from another thread. */
final class Listener {
    private final Selector selector;
    private @Nullable ServerSocketChannel channel;
    private @Nullable SelectionKey key;
    private boolean isAdopted;

    Listener() throws IOException {
        // Opened early: when descriptors have run out it would be too late.
        selector = Selector.open();
        closeFirst();
    }

    /**
     * Closes a socket for the first time in this process. The JVM opens descriptors of its own then, and if none is left at
     * that moment, no socket can ever be closed again.
     */
    private static void closeFirst() throws IOException {
        SocketChannel.open().close();
    }

    /** Binds and listens. Without a family, the wildcard address means all interfaces, IPv4 and IPv6. */
    InetSocketAddress bind(
            InetSocketAddress address,
            @Nullable ProtocolFamily family,
            int backlog,
            boolean reuseAddress,
            boolean reusePort)
            throws IOException {
        if (address.isUnresolved()) {
            throw new IOException("unknown host: " + address.getHostString());
        }
        ServerSocketChannel opened = open(address.getAddress(), family);
        try {
            // On Windows the option would let two servers share a port.
            opened.setOption(StandardSocketOptions.SO_REUSEADDR, reuseAddress && !OperatingSystem.IS_WINDOWS);
            if (reusePort && opened.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
                opened.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            }
            opened.bind(address, backlog);
            opened.configureBlocking(false);
            key = opened.register(selector, SelectionKey.OP_ACCEPT);
            channel = opened;
            return (InetSocketAddress) opened.getLocalAddress();
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** Takes a socket that listens already, and stays open. */
    InetSocketAddress adopt(ServerSocketChannel listening) throws IOException {
        listening.configureBlocking(false);
        key = listening.register(selector, SelectionKey.OP_ACCEPT);
        channel = listening;
        isAdopted = true;
        return (InetSocketAddress) listening.getLocalAddress();
    }

    /** Waits until a connection can be accepted; false when the time is over or another thread has woken it. */
    boolean await(long millis) throws IOException {
        try {
            int ready = millis <= 0 ? selector.selectNow() : selector.select(millis);
            selector.selectedKeys().clear();
            return ready > 0;
        } catch (ClosedSelectorException e) {
            return false;
        }
    }

    /** Says whether {@link #await} ends when a connection comes: not if another selector waits for them. */
    void watch(boolean watches) {
        SelectionKey registered = key;
        if (registered != null && registered.isValid()) {
            registered.interestOps(watches ? SelectionKey.OP_ACCEPT : 0);
        }
    }

    /** Returns the socket itself; null if there is none yet. */
    @Nullable ServerSocketChannel channel() {
        return channel;
    }

    void wakeup() {
        selector.wakeup();
    }

    /** Accepts a connection, or returns null if none waits. */
    @Nullable SocketChannel accept() throws IOException {
        ServerSocketChannel listening = channel;
        if (listening == null) {
            throw new IllegalStateException("the server is not bound");
        }
        return listening.accept();
    }

    /** Whether the socket was inherited and stays open. */
    boolean isAdopted() {
        return isAdopted;
    }

    boolean isOpen() {
        return selector.isOpen();
    }

    /** Stops listening. */
    void close() {
        try {
            ServerSocketChannel listening = channel;
            if (listening != null && !isAdopted) {
                listening.close();
            }
            // Only now the system lets go of the port: before, the selector holds on to it.
            selector.close();
        } catch (IOException e) {
            // Nothing is left to be done for it.
        }
    }

    private static ServerSocketChannel open(InetAddress address, @Nullable ProtocolFamily family) throws IOException {
        if (family != null) {
            return ServerSocketChannel.open(family);
        }
        // An explicit IPv4 address needs no socket that takes IPv6 too.
        return address instanceof Inet4Address && !address.isAnyLocalAddress()
                ? ServerSocketChannel.open(StandardProtocolFamily.INET)
                : ServerSocketChannel.open();
    }
}
