package org.ohmstead.firmware.publishing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.FileLinks;
import org.ohmstead.files.StoredFile;
import org.ohmstead.files.StoredFiles;
import org.ohmstead.stationjobs.RequestNumbers;
import org.ohmstead.stations.StationRef;

/** Tells local controllers to publish firmware, and to end it. */
@Singleton
public class Publications {
    static final String PUBLISH = "PublishFirmware";
    static final String UNPUBLISH = "UnpublishFirmware";
    private static final String ENTITY = "firmware-publication";
    private static final Duration LINK = Duration.ofDays(9);

    private final SqlPublicationStore store;
    private final Verbs verbs;
    private final StoredFiles files;
    private final FileLinks links;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Publications(
            SqlPublicationStore store, Verbs verbs, StoredFiles files, FileLinks links, AuditLog audit, Clock clock) {
        this.store = store;
        this.verbs = verbs;
        this.files = files;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Has a controller publish firmware (L03). Blocks for its answer, or for as long as the options say.
     *
     * @throws Refused not found; invalid; as {@link Verbs#tell}
     */
    Publication publish(Actor by, String identity, PublicationBody wanted, SendOptions options) {
        wanted.check();
        StationRef station = verbs.addressee(by, identity).ref();
        Long file = wanted.file();
        StoredFile image = file == null ? null : files.image(by.scope(), "file", file);
        FileLink.Made link = image == null ? null : links.download(station, image, LINK);
        String location = link == null ? String.valueOf(wanted.location()) : link.url();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Publication begun = new Publication(
                0,
                station,
                RequestNumbers.make(by, station, options.key()),
                new Publication.Image(
                        file,
                        link == null ? null : link.id(),
                        FileLink.shown(location),
                        image == null
                                ? String.valueOf(wanted.checksum())
                                : image.content().md5()),
                null,
                Publication.Progress.begun(now),
                by.word(),
                now);
        Kept kept = keep(by, begun);
        if (kept.isNew()) {
            tell(by, kept.publication(), words(kept.publication(), location, wanted), options.withoutKey());
        }
        return get(station, kept.publication().id());
    }

    /** @param isNew false: it has come with the same key before */
    private record Kept(Publication publication, boolean isNew) {}

    private Kept keep(Actor by, Publication begun) {
        StationRef station = begun.station();
        return store.write(station, tx -> {
            Optional<Publication> standing = SqlPublicationStore.byNumber(tx, station, begun.number());
            if (standing.isPresent()) {
                return new Kept(standing.get(), false);
            }
            Publication row = store.insert(tx, begun);
            audit.record(
                    tx,
                    by,
                    AuditEntry.created(
                            ENTITY,
                            row.id(),
                            Map.of(
                                    "station", station.identity(),
                                    "location", row.image().location(),
                                    "checksum", row.image().md5())));
            return new Kept(row, true);
        });
    }

    /** Where it cannot be sent at all, that is kept, too. */
    private void tell(Actor by, Publication kept, ObjectNode words, SendOptions options) {
        boolean told = false;
        try {
            verbs.tell(by, kept.station().identity(), Verb.of(PUBLISH, words), options);
            told = true;
        } finally {
            if (!told) {
                store.write(kept.station(), tx -> {
                    SqlPublicationStore.find(tx, kept.station(), kept.id())
                            .filter(before -> before.progress().state() == PublicationState.REQUESTED)
                            .ifPresent(before -> store.update(tx, before, refused(before)));
                    return true;
                });
            }
        }
    }

    private Publication refused(Publication before) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return before.with(before.progress().to(PublicationState.REFUSED, "It could not be sent.", now));
    }

    private static ObjectNode words(Publication publication, String location, PublicationBody wanted) {
        ObjectNode payload = Words.newPayload()
                .put("location", location)
                .put("checksum", publication.image().md5())
                .put("requestId", publication.number());
        if (wanted.retries() != null) {
            payload.put("retries", wanted.retries());
        }
        if (wanted.retryInterval() != null) {
            payload.put("retryInterval", wanted.retryInterval());
        }
        return payload;
    }

    /**
     * Has a controller end it (L04).
     *
     * @throws Refused not found; as {@link Verbs#tell}
     */
    VerbResult unpublish(Actor by, String identity, long id, SendOptions options) {
        StationRef station = verbs.addressee(by, identity).ref();
        Publication publication = get(station, id);
        store.write(station, tx -> {
            audit.record(tx, by, AuditEntry.done(ENTITY, id, "unpublished"));
            return null;
        });
        ObjectNode payload =
                Words.newPayload().put("checksum", publication.image().md5());
        return verbs.tell(by, identity, Verb.of(UNPUBLISH, payload), options);
    }

    /** @throws Refused not found */
    Publication get(StationRef station, long id) {
        Optional<Publication> found = store.find(station, id);
        return found.orElseThrow(() -> Refused.notFound(station.identity()
                + " was never told to publish anything under the number " + id + ". GET /api/v1/stations/"
                + station.identity() + "/firmware-publications lists what it was."));
    }

    /** The newest first. */
    Page<Publication> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(station, limit.rows() + 1, after), limit, each -> Cursor.at(each.id()));
    }
}
