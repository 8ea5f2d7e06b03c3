package org.ohmstead.bench.rig;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server and the database under it, in a folder that goes away with them. */
public final class Target implements Closeable {
    private final Path folder;
    private final Database database;
    private final ServerProcess server;

    /** What to start. */
    public record Plan(Path jar, Database.Kind database, List<String> jvmFlags, List<String> flags) {}

    private Target(Path folder, Database database, ServerProcess server) {
        this.folder = folder;
        this.database = database;
        this.server = server;
    }

    /** The folder goes away with the target. The database runs when this returns; the server is started by its own methods. */
    static Target open(Plan plan, Path folder, Cores cores) throws IOException {
        AtomicReference<@Nullable Target> opened = new AtomicReference<>();
        // Before anything is started: starting may fail, and be interrupted.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> endAtExit(folder, opened.get())));
        Database database = Database.open(plan.database(), folder);
        List<String> flags = new ArrayList<>(List.of(database.flag(), "--messages-per-second=off"));
        flags.addAll(plan.flags());
        ServerProcess server = new ServerProcess(plan.jar(), folder, cores, plan.jvmFlags(), flags);
        Target target = new Target(folder, database, server);
        opened.set(target);
        return target;
    }

    public ServerProcess server() {
        return server;
    }

    public Database database() {
        return database;
    }

    /** To which a station appends its identity. */
    public URI stations() {
        return URI.create("ws://" + server.http().getAuthority() + "/ocpp");
    }

    @Override
    public void close() {
        server.close();
        database.close();
        try {
            remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** When the bench is interrupted; finds nothing to do after {@link #close}. */
    private static void endAtExit(Path folder, @Nullable Target target) {
        try {
            if (target == null) {
                remove(folder);
            } else {
                target.server.endForGood();
                target.close();
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println(folder + " is left behind: " + e.getMessage());
        }
    }
}
