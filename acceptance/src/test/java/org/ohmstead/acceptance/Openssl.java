package org.ohmstead.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenSSL's command line, as a second opinion about TLS. */
final class Openssl {
    private Openssl() {}

    /** What it said, and whether it was content. */
    record Outcome(int exit, String text) {}

    /** Skips the test where the machine has none. */
    static void assumeThere() {
        boolean there;
        try {
            there = run("version").exit() == 0;
        } catch (UncheckedIOException e) {
            there = false;
        }
        assumeTrue(there, "openssl is not on this machine");
    }

    /** Shakes hands and hangs up. */
    static Outcome connect(int port, String... options) {
        List<String> all = new ArrayList<>(List.of("s_client", "-connect", "127.0.0.1:" + port));
        all.addAll(List.of(options));
        return run(all.toArray(new String[0]));
    }

    /** Asks something over TLS. @return the head of the answer; empty: there was none */
    static String ask(int port, String request, List<String> options) {
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_client", "-quiet", "-connect", "127.0.0.1:" + port));
        command.addAll(options);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader answer = process.inputReader(StandardCharsets.ISO_8859_1)) {
                say(process, request);
                StringBuilder head = new StringBuilder();
                for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
                    head.append(line).append('\n');
                }
                return head.toString();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void say(Process process, String request) {
        try {
            process.outputWriter(StandardCharsets.ISO_8859_1).append(request).flush();
        } catch (IOException e) {
            // It has ended before it was asked: no TLS.
        }
    }

    /** A key and a certificate that it has signed itself, in one file each. @param key {@code rsa:2048} or {@code ec} */
    static void selfSigned(Path folder, String name, String key) {
        List<String> all = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "90", "-newkey", key));
        if (key.equals("ec")) {
            all.addAll(List.of("-pkeyopt", "ec_paramgen_curve:P-256"));
        }
        all.addAll(List.of("-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"));
        all.addAll(List.of("-keyout", folder.resolve(name + ".key").toString()));
        all.addAll(List.of("-out", folder.resolve(name + ".pem").toString()));
        Outcome outcome = run(all.toArray(new String[0]));
        if (outcome.exit() != 0) {
            throw new AssertionError(outcome.text());
        }
    }

    static Outcome run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("openssl", ".out");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("openssl did not end: " + command);
            }
            return new Outcome(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
