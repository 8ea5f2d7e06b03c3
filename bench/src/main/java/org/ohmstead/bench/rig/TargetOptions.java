package org.ohmstead.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is measured, as the command line says. */
public final class TargetOptions {
    @Option(
            names = "--database",
            defaultValue = "sqlite",
            description = "Under the server: sqlite or postgresql (default: ${DEFAULT-VALUE})")
    private Database.Kind database = Database.Kind.SQLITE;

    @Option(
            names = "--server-jar",
            paramLabel = "FILE",
            defaultValue = "server/target/quarkus-app/quarkus-run.jar",
            description = "The packaged server (default: ${DEFAULT-VALUE})")
    private Path jar = Path.of("server/target/quarkus-app/quarkus-run.jar");

    @Option(names = "--server-flag", paramLabel = "FLAG", description = "A flag for the server; may come several times")
    private List<String> flags = new ArrayList<>();

    @Option(names = "--jvm-flag", paramLabel = "FLAG", description = "A flag for its JVM; may come several times")
    private List<String> jvmFlags = new ArrayList<>();

    public Database.Kind database() {
        return database;
    }

    /** The server, not started yet, on a new database of a kind. */
    public Target open(Cores cores, Database.Kind kind, String... moreFlags) throws IOException {
        return Target.open(plan(kind, moreFlags), Files.createTempDirectory("ohmstead-bench"), cores);
    }

    /** The same on SQLite, in a folder of the caller's. */
    public Target openIn(Cores cores, Path parent) throws IOException {
        return Target.open(plan(Database.Kind.SQLITE), Files.createTempDirectory(parent, "server"), cores);
    }

    private Target.Plan plan(Database.Kind kind, String... moreFlags) throws IOException {
        if (!Files.exists(jar)) {
            throw new IOException("there is no packaged server at " + jar + ": run ./ohmstead build");
        }
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of(moreFlags));
        return new Target.Plan(jar, kind, jvmFlags, all);
    }
}
