package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JVM's AOT cache beside the packaged server, without which it starts in twice the time. */
final class AotCacheTest {
    @TempDir
    Path dir;

    @Test
    void the_packaged_server_has_a_cache_that_its_jvm_accepts() throws Exception {
        // With AOTMode=on a JVM ends where it would pass over a cache that does not fit.
        var run = help("-XX:AOTCache=" + ServerProcess.JAR.resolveSibling("ohmstead.aot"), "-XX:AOTMode=on");
        assertThat(run.out()).startsWith("Usage:");
        assertThat(run.code()).isZero();
    }

    @Test
    void a_cache_that_does_not_fit_or_is_not_there_is_passed_over_without_a_word() throws Exception {
        var broken = Files.writeString(dir.resolve("broken.aot"), "not a cache");
        for (var cache : List.of(broken, dir.resolve("none.aot"))) {
            var run = help("-XX:AOTCache=" + cache);
            assertThat(run.out()).startsWith("Usage:");
            assertThat(run.code()).isZero();
        }
    }

    private Run help(String... flags) throws IOException, InterruptedException {
        var out = dir.resolve("out");
        List<String> command = new ArrayList<>(ServerProcess.JVM);
        command.addAll(List.of(flags));
        command.addAll(List.of("-jar", ServerProcess.JAR.toString(), "--help"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("--help did not end");
        }
        return new Run(process.exitValue(), Files.readString(out));
    }

    private record Run(int code, String out) {}
}
