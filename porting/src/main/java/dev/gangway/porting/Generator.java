package dev.gangway.porting;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A generator of Python: a function with {@code yield}, whose values come one after the other, each when it is asked for.
 *
 * <p>The function runs in a thread of its own, which stands still while its value is used: never do both run at once. The thread ends with the
 * function, with {@link #close}, or some seconds after the last reference to the generator is gone. If the function ends early, its
 * {@code finally} runs, as in Python.
 *
 * <p>One thread at a time may use a generator.
 */
public final class Generator implements Iterator<@Nullable Object>, AutoCloseable {
    /** The body of the function. */
    @FunctionalInterface
    public interface Body {
        /**
         * Runs the function.
         *
         * @param yielded takes its values
         * @throws IOException if it does
         */
        void run(Yield yielded) throws IOException;
    }

    /** Takes the values of a generator. */
    public static final class Yield {
        private final Turns turns;

        private Yield(Turns turns) {
            this.turns = turns;
        }

        /** Gives a value, and waits until the next one is asked for; returns what {@code send} has sent, or null. */
        public @Nullable Object add(@Nullable Object value) throws IOException {
            return turns.give(value);
        }

        /** Gives all values of another one, as {@code yield from values} does. */
        public void addAll(@Nullable Object values) throws IOException {
            for (Object each : Python.iterate(values)) {
                turns.give(each);
            }
        }
    }

    /** Ends a function that is asked for no more values. No clause for exceptions of Python catches it. */
    private static final class Closed extends Error {
        private static final long serialVersionUID = 1L;

        Closed() {
            super("closed", null, false, false);
        }
    }

    private final Turns turns;
    private boolean looked;
    private boolean has;

    private Generator(Turns turns) {
        this.turns = turns;
    }

    /** Makes a generator; its function begins when the first value is asked for. */
    public static Generator of(Body body) {
        Turns turns = new Turns(body);
        Generator made = new Generator(turns);
        turns.owner = new WeakReference<>(made);
        return made;
    }

    /** Returns the values that are left, for a loop: an {@code IOException} of the function comes out of the loop. */
    public Iterable<@Nullable Object> values() throws IOException {
        return () -> this;
    }

    @Override
    public boolean hasNext() {
        if (!looked) {
            has = turns.advance(null, null);
            looked = true;
        }
        return has;
    }

    @Override
    public @Nullable Object next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        looked = false;
        return turns.value;
    }

    /** Does {@code generator.send(value)}: the {@code yield} where the function waits gives the value. */
    public @Nullable Object send(@Nullable Object value) {
        if (value != null && !turns.started) {
            throw new TypeError("can't send non-None value to a just-started generator");
        }
        looked = false;
        if (!turns.advance(value, null)) {
            throw new StopIteration();
        }
        return turns.value;
    }

    /** Throws an exception where the function waits; returns whether another value came. */
    boolean fail(Exception failure) {
        looked = false;
        return turns.advance(null, failure);
    }

    /** Ends the function where it waits. */
    @Override
    public void close() {
        looked = true;
        has = false;
        turns.close();
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> RuntimeException sneaky(Throwable failure) throws E {
        throw (E) failure;
    }

    /** The state of a generator: whose turn it is. It does not know the generator, so that one that is forgotten can be noticed. */
    private static final class Turns implements Runnable {
        private static final long LOOK_SECONDS = 2;

        private final Body body;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition change = lock.newCondition();
        private WeakReference<Generator> owner = new WeakReference<>(null);
        private boolean started;
        private boolean running;
        private boolean done;
        private boolean closing;
        private @Nullable Object value;
        private @Nullable Object sent;
        private @Nullable Throwable failure;

        Turns(Body body) {
            this.body = body;
        }

        /** Lets the function go on to its next value; false if it has ended. */
        boolean advance(@Nullable Object given, @Nullable Exception thrown) {
            lock.lock();
            try {
                if (running) {
                    throw new ValueError("generator already executing");
                }
                if (thrown != null && !started) {
                    done = true;
                    throw sneaky(thrown);
                }
                if (done) {
                    return false;
                }
                sent = given;
                failure = thrown;
                running = true;
                if (started) {
                    change.signalAll();
                } else {
                    started = true;
                    Thread thread = new Thread(this, "gangway-generator");
                    thread.setDaemon(true);
                    thread.start();
                }
                while (running) {
                    change.await();
                }
                Throwable ended = failure;
                failure = null;
                if (ended != null) {
                    throw sneaky(ended);
                }
                return !done;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new InterruptedIOException("interrupted"));
            } finally {
                lock.unlock();
            }
        }

        void close() {
            lock.lock();
            try {
                boolean waits = started && !done && !running;
                closing = true;
                if (!started) {
                    done = true;
                }
                if (!waits) {
                    return;
                }
            } finally {
                lock.unlock();
            }
            if (advance(null, null)) {
                throw new RuntimeError("generator ignored GeneratorExit");
            }
        }

        @Nullable Object give(@Nullable Object next) throws IOException {
            lock.lock();
            try {
                value = next;
                running = false;
                change.signalAll();
                while (!running) {
                    boolean told = change.await(LOOK_SECONDS, TimeUnit.SECONDS);
                    if (!told && owner.get() == null) {
                        closing = true;
                        running = true;
                    }
                }
                if (closing) {
                    throw new Closed();
                }
                Throwable thrown = failure;
                failure = null;
                if (thrown != null) {
                    throw sneaky(thrown);
                }
                return sent;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void run() {
            Throwable thrown = null;
            try {
                body.run(new Yield(this));
            } catch (Closed e) {
                // the end that was asked for
            } catch (IOException | RuntimeException | Error e) {
                thrown = e;
            }
            lock.lock();
            try {
                failure = thrown;
                done = true;
                running = false;
                change.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
