package org.ohmstead.jobs;

/**
 * A kind of work that is done once, at its time, with the data that it was scheduled with. A bean that implements it is found by
 * itself.
 *
 * @param <T> a record that can be written and read as JSON; fields may be added to it while old ones wait
 */
public interface OneOff<T> {
    /** The same in every server, and for ever: what waits is found by it. */
    String name();

    Class<T> data();

    /**
     * Does the work. It is done at least once: a server that dies in the middle, or right after it, makes another one begin anew.
     * What is thrown makes it come again, later each time.
     *
     * @param id which one of its kind
     */
    void run(String id, T data);

    /** How often it is tried before it is given up, with an error in the log. */
    default int attempts() {
        return 50; // nearly two days
    }
}
