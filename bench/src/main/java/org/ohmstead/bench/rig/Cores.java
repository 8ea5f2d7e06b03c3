package org.ohmstead.bench.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which core is whose: the server gets the first that this process may use, load and database the second, so that neither
 * takes the other's time. On a machine with one core, or without {@code taskset}, nothing is pinned, and {@link #words} says
 * so.
 */
public final class Cores {
    private final int count;
    private final @Nullable Integer servers;
    private final String words;

    private Cores(int count, @Nullable Integer servers, String words) {
        this.count = count;
        this.servers = servers;
        this.words = words;
    }

    /** Pins this process, and with it what it starts unless {@link #forServer} is asked, to the load's core. */
    public static Cores share() {
        int count = Runtime.getRuntime().availableProcessors();
        if (count < 2) {
            return new Cores(count, null, "one core only: server and load take each other's time");
        }
        String self = String.valueOf(ProcessHandle.current().pid());
        try {
            List<Integer> allowed = listed(taskset("-cp", self));
            taskset("-a", "-cp", allowed.get(1).toString(), self);
            return new Cores(
                    count,
                    allowed.getFirst(),
                    "server on core %d, load and PostgreSQL on core %d, of %d"
                            .formatted(allowed.get(0), allowed.get(1), count));
        } catch (IOException e) {
            return new Cores(count, null, e.getMessage() + ": server and load are not pinned, of " + count + " cores");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String taskset(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("taskset"));
        command.addAll(List.of(arguments));
        Process taskset = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (taskset.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }

    /** The cores at the end of what taskset says, such as {@code pid 7's current affinity list: 0-2,5}. */
    static List<Integer> listed(String said) {
        List<Integer> cores = new ArrayList<>();
        for (String part : said.substring(said.lastIndexOf(' ') + 1).split(",")) {
            String[] ends = part.split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(cores::add);
        }
        return cores;
    }

    /** A command line that runs on the server's core. */
    public List<String> forServer(List<String> command) {
        List<String> all = new ArrayList<>();
        if (servers != null) {
            all.addAll(List.of("taskset", "-c", servers.toString()));
        }
        all.addAll(command);
        return all;
    }

    /** How many there are for server and load together. */
    public int count() {
        return count;
    }

    /** What was done, for the report. */
    public String words() {
        return words;
    }
}
