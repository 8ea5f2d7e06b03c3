package org.ohmstead.bench.rig;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Another process of the bench's own: the echo server, stations beyond what one process may have sockets. It talks in lines,
 * and ends when its input does, so none is left behind.
 */
public final class OwnProcess implements Closeable {
    private final Process process;
    private final BufferedReader out;

    private OwnProcess(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** On the server's core, in its place. */
    public static OwnProcess onServersCore(Cores cores, List<String> arguments) throws IOException {
        return new OwnProcess(cores.forServer(command(List.of(), arguments)));
    }

    /** Beside this one. */
    public static OwnProcess start(List<String> jvmFlags, List<String> arguments) throws IOException {
        return new OwnProcess(command(jvmFlags, arguments));
    }

    private static List<String> command(List<String> jvmFlags, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(jvmFlags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.ohmstead.bench.Main"));
        command.addAll(arguments);
        return command;
    }

    /** The rest of the first line that begins with a word. */
    public String awaitLine(String word, Duration atMost) throws IOException, InterruptedException, TimeoutException {
        CompletableFuture<String> found = CompletableFuture.supplyAsync(() -> find(word), Thread::startVirtualThread);
        try {
            return found.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the process ended without saying '" + word + "'", e.getCause());
        }
    }

    private String find(String word) {
        try {
            String line;
            while ((line = out.readLine()) != null) {
                if (line.startsWith(word)) {
                    return line.substring(word.length());
                }
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
        throw new CompletionException(new IOException("its output ended"));
    }

    /** Sends it a line. */
    public void say(String line) throws IOException {
        var in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line);
        in.newLine();
        in.flush();
    }

    public ProcessFacts facts() {
        return new ProcessFacts(process.pid());
    }

    /** In such a process: waits until the bench ends it. */
    public static void untilEnded() throws IOException {
        while (System.in.read() >= 0) {
            // What it is sent does not matter.
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
