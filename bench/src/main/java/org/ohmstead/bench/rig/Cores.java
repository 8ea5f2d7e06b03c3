package org.ohmstead.bench.rig;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which core is whose: the server gets the first, load and database the second, so that neither takes the other's time. On
 * a machine with one core, or without {@code taskset}, nothing is pinned, and {@link #words} says so.
 */
public final class Cores {
    private final boolean pinned;
    private final String words;

    private Cores(boolean pinned, String words) {
        this.pinned = pinned;
        this.words = words;
    }

    /** Pins this process, and with it what it starts unless {@link #forServer} is asked, to the load's core. */
    public static Cores share() {
        int cores = Runtime.getRuntime().availableProcessors();
        if (cores < 2) {
            return new Cores(false, "one core only: server and load take each other's time");
        }
        String self = String.valueOf(ProcessHandle.current().pid());
        try {
            int code = new ProcessBuilder("taskset", "-a", "-cp", "1", self)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            return code == 0
                    ? new Cores(true, "server on core 0, load and PostgreSQL on core 1, of " + cores)
                    : new Cores(false, "taskset was refused: server and load are not pinned, of " + cores + " cores");
        } catch (IOException e) {
            return new Cores(false, "no taskset here: server and load are not pinned, of " + cores + " cores");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A command line that runs on the server's core. */
    public List<String> forServer(List<String> command) {
        List<String> all = new ArrayList<>();
        if (pinned) {
            all.addAll(List.of("taskset", "-c", "0"));
        }
        all.addAll(command);
        return all;
    }

    /** What was done, for the report. */
    public String words() {
        return words;
    }
}
