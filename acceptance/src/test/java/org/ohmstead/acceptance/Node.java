package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.TimeUnit;

/** Programs of Node.js, run in the folder that their package.json is in. */
record Node(Path folder) {
    /** What the lock file names, from the registry or npm's cache; once, whoever comes at the same time. */
    void install() throws IOException, InterruptedException {
        Path target = folder.resolve("node_modules/.package-lock.json");
        try (FileChannel turn = FileChannel.open(
                        folder.resolve("install.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = turn.lock()) {
            assertThat(mine.isValid()).isTrue();
            FileTime wanted = Files.getLastModifiedTime(folder.resolve("package-lock.json"));
            if (!Files.exists(target) || Files.getLastModifiedTime(target).compareTo(wanted) < 0) {
                run("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
            }
        }
    }

    /** @return what it printed, to both streams */
    String run(String... command) throws IOException, InterruptedException {
        Path said = Files.createTempFile("ohmstead-node", ".out");
        try {
            end(start(said, command), said);
            return Files.readString(said);
        } finally {
            Files.delete(said);
        }
    }

    /** With no stream of ours: node makes those that it is given non-blocking, and on ours the tests are being driven. */
    Process start(Path said, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    static void end(Process process, Path said) throws IOException, InterruptedException {
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    }
}
