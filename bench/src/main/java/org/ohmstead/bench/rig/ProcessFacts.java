package org.ohmstead.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/** What the operating system knows about a process, by its id. */
public record ProcessFacts(long pid) {
    /** Time on a processor since it was started, in steps of 10 ms. */
    public Duration cpu() {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Open files and sockets; nothing where there is no /proc. */
    public OptionalInt descriptors() {
        String[] open = Path.of("/proc/" + pid + "/fd").toFile().list();
        return open == null ? OptionalInt.empty() : OptionalInt.of(open.length);
    }

    /**
     * What lives on the heap of a Java process, bytes: the sum of a class histogram, for which the JVM collects everything
     * that is dead.
     */
    public long liveHeap() throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.strip().split("\\s+")[2]))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd gave no histogram of process " + pid + ": " + histogram));
    }

    /** Resident memory, bytes; 0 when it does not run. Asks ps where there is no /proc, and /proc costs the load less. */
    public long rss() {
        Path status = Path.of("/proc/" + pid + "/status");
        try {
            if (Files.exists(status)) {
                return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            }
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            String kibibytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return kibibytes.isEmpty() ? 0 : 1024 * Long.parseLong(kibibytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
