package org.ohmstead.simulator.station;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;

/** A job with a life of its own, an upload or an update: its states follow each other unless it is replaced. */
public final class Jobs<S> {
    private static final Duration STEP = Duration.ofSeconds(2);

    private final Station station;
    private final S idle;
    private S state;
    private int generation;
    private boolean running;
    private int request;

    public Jobs(Station station, S idle) {
        this.station = station;
        this.idle = idle;
        this.state = idle;
    }

    /**
     * Begins a job; its first state comes a moment later.
     *
     * @param request the id that the CSMS gave it; 0 where there is none
     * @param tell    is given every state as it comes
     * @return whether another one was replaced
     */
    public boolean start(int request, Collection<S> states, Consumer<S> tell) {
        return start(request, states, wanted -> wanted, tell);
    }

    /** Does what it takes to come to a state, before that is told; another one that it comes to instead is the last. */
    @FunctionalInterface
    public interface Work<S> {
        S reach(S wanted);
    }

    /** The same with work to be done; it may block. */
    public boolean start(int request, Collection<S> states, Work<S> work, Consumer<S> tell) {
        synchronized (station) {
            boolean replaced = running;
            this.request = request;
            running = true;
            generation++;
            int mine = generation;
            int[] left = {states.size()};
            station.inSteps(
                    STEP,
                    states.stream()
                            .<Runnable>map(next -> () -> step(mine, next, --left[0] == 0, work, tell))
                            .toList());
            return replaced;
        }
    }

    /** The state to tell when asked. */
    public S state() {
        synchronized (station) {
            return running ? state : idle;
        }
    }

    public boolean running() {
        synchronized (station) {
            return running;
        }
    }

    public int request() {
        synchronized (station) {
            return request;
        }
    }

    private void step(int of, S next, boolean last, Work<S> work, Consumer<S> tell) {
        synchronized (station) {
            if (of != generation) {
                return;
            }
        }
        S reached = work.reach(next);
        synchronized (station) {
            if (of != generation) {
                return;
            }
            state = reached;
            running = !last && reached.equals(next);
            if (!reached.equals(next)) {
                generation++;
            }
        }
        tell.accept(reached);
    }
}
