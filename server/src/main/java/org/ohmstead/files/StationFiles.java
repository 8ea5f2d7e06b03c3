package org.ohmstead.files;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;

/** What stations do with their links: they load a file as often as they need, and leave one once. */
@Singleton
public class StationFiles {
    private final SqlFileLinkStore links;
    private final SqlFileStore files;
    private final Storage storage;
    private final Outbox outbox;
    private final Supplier<? extends Iterable<FileArrivals>> arrivals;
    private final Clock clock;

    @Inject
    public StationFiles(
            SqlFileLinkStore links,
            SqlFileStore files,
            Storage storage,
            Outbox outbox,
            @Any Instance<FileArrivals> arrivals,
            Clock clock) {
        this(links, files, storage, outbox, () -> arrivals, clock);
    }

    /** For those who have no container. */
    StationFiles(
            SqlFileLinkStore links,
            SqlFileStore files,
            Storage storage,
            Outbox outbox,
            Supplier<? extends Iterable<FileArrivals>> arrivals,
            Clock clock) {
        this.links = links;
        this.files = files;
        this.storage = storage;
        this.outbox = outbox;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    /**
     * The link of a text such as {@code 17-SECRET} that counts now.
     *
     * @throws Refused not found: there never was one, or it is of the other direction; gone: it is over, or was used
     */
    public FileLink link(String text, FileLink.Direction direction) {
        FileLink link = split(text)
                .filter(found -> found.direction() == direction)
                .orElseThrow(() -> Refused.notFound("There is no such " + direction.word()
                        + " link. Ask for a new one: each is made for one station and one file."));
        if (!link.expiresAt().isAfter(clock.instant())) {
            throw Refused.gone("This link is over since " + link.expiresAt() + ". Ask for the file once more.");
        }
        if (direction == FileLink.Direction.UPLOAD && link.usedAt() != null) {
            throw used();
        }
        return link;
    }

    private static Refused used() {
        return Refused.gone("A file has come by this link already, and each takes one. Ask for the file once more.");
    }

    private Optional<FileLink> split(String text) {
        int dash = text.indexOf('-');
        if (dash < 1 || dash > 18 || !text.substring(0, dash).chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return Optional.empty();
        }
        return links.find(Long.parseLong(text.substring(0, dash)), text.substring(dash + 1));
    }

    /** The file that a station loads. @throws Refused as {@link #link} */
    public StoredFile load(String text) {
        FileLink link = link(text, FileLink.Direction.DOWNLOAD);
        StoredFile file = Optional.ofNullable(link.file())
                .flatMap(id -> files.find(link.station().scope(), id))
                .orElseThrow(() -> Refused.gone("This file was deleted."));
        links.asked(link, now());
        return file;
    }

    /** What comes by an upload. */
    @FunctionalInterface
    public interface Body {
        /**
         * @throws Refused     it cannot be read as what it says it is
         * @throws IOException it broke off
         */
        InputStream open() throws IOException;
    }

    /**
     * Keeps the file that a station leaves. A link whose upload broke off, or was refused, may be used again.
     *
     * @param name     null: the station did not say how it is called
     * @param declared how long it says it is, in bytes; negative: it does not say
     * @throws Refused as {@link #link}; too large; malformed where nothing came
     */
    public StoredFile leave(String text, @Nullable String name, long declared, Body body) throws IOException {
        FileLink link = link(text, FileLink.Direction.UPLOAD);
        storage.mustFit(declared);
        StoredFile.Content content = storage.keep(body);
        boolean kept = false;
        try {
            if (content.size() == 0) {
                throw new Refused(
                        Refused.Kind.MALFORMED, "Nothing came", "The file is empty. Send it as the body.", null);
            }
            StoredFile file = files.write(
                    link.station().scope(), link.station().id(), tx -> keep(tx, link, named(link, name), content));
            kept = true;
            return file;
        } finally {
            if (!kept) {
                storage.delete(content);
            }
        }
    }

    private StoredFile keep(Tx tx, FileLink link, String name, StoredFile.Content content) {
        Instant now = now();
        StoredFile file = SqlFileStore.insert(
                tx,
                new StoredFile(
                        0,
                        link.station().tenant(),
                        link.station(),
                        FileKind.LOG,
                        StoredFile.About.named(name),
                        content,
                        Actor.station(link.station().tenant(), link.station().identity())
                                .word(),
                        now));
        if (!SqlFileLinkStore.use(tx, link, file.id(), now)) {
            boolean again = SqlFileLinkStore.find(tx, link.station(), link.id())
                    .filter(found -> Long.valueOf(file.id()).equals(found.file()))
                    .isPresent(); // the unit is run once more, and stood already
            if (again) {
                return file;
            }
            throw used();
        }
        for (FileArrivals each : arrivals.get()) {
            each.arrived(tx, link, file);
        }
        outbox.append(tx, FileUploaded.of(file));
        return file;
    }

    private String named(FileLink link, @Nullable String name) {
        String clean = FileNames.clean(name);
        return clean == null
                ? FileNames.inUrl(link.station().identity()) + "-" + now().truncatedTo(ChronoUnit.SECONDS) + ".log"
                : clean;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
