package dev.gangway.soak;

/**
 * What a server holds at a moment.
 *
 * @param heapBytes the heap in use after garbage collection
 * @param descriptors the open file descriptors; −1 where the system does not say
 * @param threads the platform threads
 * @param unexpected how many exceptions no client has ordered of the handlers so far
 */
record Figures(long heapBytes, long descriptors, int threads, long unexpected) {
    @Override
    public String toString() {
        return heapBytes + " " + descriptors + " " + threads + " " + unexpected;
    }

    /** Reads what {@link #toString()} writes. */
    static Figures parse(String line) {
        String[] words = line.split(" ");
        return new Figures(
                Long.parseLong(words[0]),
                Long.parseLong(words[1]),
                Integer.parseInt(words[2]),
                Long.parseLong(words[3]));
    }
}
