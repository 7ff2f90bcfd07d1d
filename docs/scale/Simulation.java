import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Simulates requests to nodes behind a balancer while the nodes are restarted in turn: {@code java docs/scale/Simulation.java}.
 *
 * <p>Requests come at random times (Poisson). The balancer sends each to the node with the fewest requests, or to any. A node works on as many
 * requests at once as it has workers, and the others wait in its queue. Times of work are exponential. A node that is restarted gets no requests
 * while it drains and starts; then it is cold: its work takes longer, and less so with each second. The random numbers are the same in each run.
 */
public final class Simulation {
    /** Times in seconds. */
    record Setting(
            int nodes,
            int workers,
            double work,
            double load,
            boolean leastConnections,
            boolean restarts,
            double drain,
            double start,
            double coldFactor,
            double warmUp,
            double pause,
            boolean slowStart) {}

    private static final double SETTLE = 5;

    private static final class Node {
        final ArrayDeque<Double> queue = new ArrayDeque<>();
        int busy;
        int inside;
        boolean takes = true;
        double upSince = -1e9;
    }

    private record Event(double time, int node, double arrived) {}

    private final Setting setting;
    private final Random random = new Random(1);
    private final Node[] nodes;
    private final PriorityQueue<Event> ends = new PriorityQueue<>((a, b) -> Double.compare(a.time(), b.time()));
    private double[] waits = new double[1 << 16];
    private int count;

    private Simulation(Setting setting) {
        this.setting = setting;
        this.nodes = new Node[setting.nodes()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new Node();
        }
    }

    /** Runs, and returns how long requests took that came after the settling, in order of length. */
    static double[] run(Setting setting, double seconds) {
        return new Simulation(setting).run(seconds);
    }

    private double[] run(double seconds) {
        double rate = setting.load() * setting.nodes() * setting.workers() / setting.work();
        double now = 0;
        while (now < seconds) {
            now += -Math.log(1 - random.nextDouble()) / rate;
            while (!ends.isEmpty() && ends.peek().time() <= now) {
                end(ends.poll());
            }
            restart(now);
            int chosen = choose(now);
            Node node = nodes[chosen];
            node.inside++;
            if (node.busy < setting.workers()) {
                begin(chosen, now, now);
            } else {
                node.queue.add(now);
            }
        }
        while (!ends.isEmpty()) {
            end(ends.poll());
        }
        double[] sorted = Arrays.copyOf(waits, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private void begin(int chosen, double arrived, double now) {
        Node node = nodes[chosen];
        node.busy++;
        double cold = Math.max(0, 1 - (now - node.upSince) / setting.warmUp());
        double work = -Math.log(1 - random.nextDouble()) * setting.work() * (1 + (setting.coldFactor() - 1) * cold);
        ends.add(new Event(now + work, chosen, arrived));
    }

    private void end(Event event) {
        Node node = nodes[event.node()];
        node.busy--;
        node.inside--;
        if (event.arrived() > SETTLE) {
            if (count == waits.length) {
                waits = Arrays.copyOf(waits, count * 2);
            }
            waits[count++] = event.time() - event.arrived();
        }
        if (!node.queue.isEmpty()) {
            begin(event.node(), node.queue.poll(), event.time());
        }
    }

    /** One node after the other drains, starts, and is given a pause before the next. */
    private void restart(double now) {
        if (!setting.restarts() || now < SETTLE) {
            return;
        }
        double turn = setting.drain() + setting.start() + setting.pause();
        int at = (int) ((now - SETTLE) / turn) % nodes.length;
        double into = (now - SETTLE) % turn;
        for (int i = 0; i < nodes.length; i++) {
            boolean isDown = i == at && into < setting.drain() + setting.start();
            if (nodes[i].takes == isDown) {
                nodes[i].takes = !isDown;
                nodes[i].upSince = isDown ? nodes[i].upSince : now;
            }
        }
    }

    private int choose(double now) {
        int best = -1;
        double least = Double.MAX_VALUE;
        int first = random.nextInt(nodes.length);
        for (int i = 0; i < nodes.length; i++) {
            int at = (first + i) % nodes.length;
            Node node = nodes[at];
            if (!node.takes) {
                continue;
            }
            if (!setting.leastConnections()) {
                return at;
            }
            double weight = setting.slowStart() ? Math.min(1, 0.1 + 0.9 * (now - node.upSince) / setting.warmUp()) : 1;
            double connections = (node.inside + 1) / weight;
            if (connections < least) {
                least = connections;
                best = at;
            }
        }
        return best;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] * 1000;
    }

    private static void row(String what, Setting setting, double seconds) {
        double[] sorted = run(setting, seconds);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f %% | %,d | %.0f | %.0f | %.0f | %.0f |%n",
                what,
                setting.nodes(),
                setting.load() * 100,
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 0.999),
                at(sorted, 1));
    }

    /** Prints a table; with arguments NODES WORKERS WORK_MILLIS LOAD, the two rows for those. */
    public static void main(String[] arguments) {
        System.out.println("| | nodes | load | requests | median ms | p99 | p99.9 | longest |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        if (arguments.length > 0) {
            int nodes = Integer.parseInt(arguments[0]);
            int workers = Integer.parseInt(arguments[1]);
            double work = Double.parseDouble(arguments[2]) / 1000;
            double load = Double.parseDouble(arguments[3]);
            row("steady", new Setting(nodes, workers, work, load, true, false, 0, 0, 1, 1, 0, false), 60);
            row("restarts", new Setting(nodes, workers, work, load, true, true, 3, 1, 1, 1, 2, false), 60);
            return;
        }
        for (int nodes : new int[] {3, 10, 50}) {
            double seconds = SETTLE + nodes * 20;
            for (double load : new double[] {0.5, 0.6, 0.7, 0.85}) {
                row("steady", new Setting(nodes, 4, 0.01, load, true, false, 0, 0, 1, 1, 0, false), seconds);
                row("restarts", restarts(nodes, load, true, false), seconds);
            }
        }
        for (double load : new double[] {0.5, 0.7, 0.85}) {
            row("steady, any node", new Setting(50, 4, 0.01, load, false, false, 0, 0, 1, 1, 0, false), 205);
            row("restarts, any node", restarts(50, load, false, false), 1005);
            row("restarts, slow start", restarts(50, load, true, true), 1005);
        }
    }

    /** Drain 5 s, start 3 s, four times slower at first and warm after 10 s, the next node after 12 s. */
    private static Setting restarts(int nodes, double load, boolean leastConnections, boolean slowStart) {
        return new Setting(nodes, 4, 0.01, load, leastConnections, true, 5, 3, 4, 10, 12, slowStart);
    }
}
