package org.ohmstead.bench.rig;

import java.io.IOException;
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

    /** The same server on another database. */
    public Target open(Cores cores, Database.Kind kind, String... moreFlags) throws IOException {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of(moreFlags));
        return Target.open(new Target.Plan(jar, kind, jvmFlags, all), cores);
    }
}
