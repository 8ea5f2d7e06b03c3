package org.ohmstead.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ohmstead.access.Actor;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.TestStations;

/** The files over a database and a folder of their own. */
public final class TestFiles {
    static final int LARGEST = 1_000;

    public final Path folder;
    public final FileLinks links;
    public final StoredFiles files;
    public final StationFiles station;
    final SqlFileStore store;
    final SqlFileLinkStore linkStore;
    final Storage storage;
    final FileSettings settings;

    public TestFiles(TestStations world) {
        this(world, List::of, List::of);
    }

    public TestFiles(TestStations world, Supplier<List<FileArrivals>> arrivals, Supplier<List<FileHolders>> holders) {
        try {
            folder = Files.createTempDirectory("files").resolve("made-when-needed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        settings = new FileSettings(
                folder,
                LARGEST,
                () -> "http://csms.test:8080",
                Duration.ofDays(90),
                new FileSettings.Ftp("127.0.0.1", 2121, ""));
        store = new SqlFileStore(world.database, world.commits);
        linkStore = new SqlFileLinkStore(world.database, world.commits);
        storage = new Storage(settings);
        links = new FileLinks(linkStore, settings, world.clock);
        files = new StoredFiles(store, storage, new Outbox(world.clock), world.audit, holders, world.clock);
        station = new StationFiles(linkStore, store, storage, new Outbox(world.clock), arrivals, world.clock);
    }

    /** An image that somebody has uploaded. */
    public StoredFile image(String name) {
        try {
            return files.upload(
                    Actor.LOCAL, new StoredFile.About(name, null, "2.0"), null, -1, () -> text("image of " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The station leaves a text by a link. */
    public StoredFile leave(FileLink.Made link, String name, String text) {
        try {
            return station.leave(secret(link), name, -1, () -> text(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Number and secret of a link. */
    static String secret(FileLink.Made link) {
        return link.url().split("/")[5];
    }

    /** What lies in the folder. */
    List<String> lying() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
