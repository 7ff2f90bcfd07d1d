package dev.gangway.handler.store;

/** A server that keeps files between requests: Gangway's own do. For others the handlers keep nothing. */
public interface FileStoreOwner {
    /**
     * Returns what this server keeps of its files.
     *
     * @return the same store each time; the server closes it
     */
    FileStore fileStore();
}
