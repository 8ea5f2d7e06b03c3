package org.ohmstead.firmware;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
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
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.Wait;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Scope;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.FileLinks;
import org.ohmstead.files.StoredFiles;
import org.ohmstead.stationjobs.RequestNumbers;

/** Tells stations to update their firmware: whichever version one speaks, signed or not. */
@Singleton
public class FirmwareUpdates {
    private static final String ENTITY = "firmware-update";
    /** Behind the time of the download: stations come and go, and try again. */
    private static final Duration LINK = Duration.ofDays(7);

    private final SqlFirmwareUpdateStore store;
    private final Verbs verbs;
    private final StoredFiles files;
    private final FileLinks links;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public FirmwareUpdates(
            SqlFirmwareUpdateStore store,
            Verbs verbs,
            StoredFiles files,
            FileLinks links,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.verbs = verbs;
        this.files = files;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
    }

    /** Where an image is loaded from. @param link null: it lies elsewhere */
    private record Source(String url, @Nullable Long link) {
        private String shown() {
            return FileLink.shown(url);
        }
    }

    /**
     * Orders an update. Blocks for the station's answer, or for as long as the options say.
     *
     * @param campaign that it is part of; null: none
     * @return the update as it is now
     * @throws Refused not found; invalid; as {@link Verbs#tell}
     */
    public FirmwareUpdate order(
            Actor by, String identity, UpdateOrder wanted, @Nullable Long campaign, SendOptions options) {
        Instant now = now();
        wanted.check(now);
        Addressee station = verbs.addressee(by, identity);
        String action = action(station, wanted);
        int number = RequestNumbers.make(by, station.ref(), options.key());
        Optional<FirmwareUpdate> repeated =
                options.key() == null ? Optional.empty() : store.byNumber(station.ref(), number);
        if (repeated.isPresent()) {
            return repeated.get();
        }
        Source source = source(by, station, wanted, options);
        FirmwareUpdate begun = new FirmwareUpdate(
                0,
                station.ref(),
                number,
                campaign,
                wanted.order(source.shown(), now),
                new FirmwareUpdate.Sent(action, source.link(), null),
                FirmwareUpdate.Progress.begun(station.station().facts().firmwareVersion(), now),
                by.word(),
                now);
        Kept kept = keep(by, begun);
        FirmwareUpdate update = kept.update();
        if (!kept.isNew()) {
            return update;
        }
        VerbResult result = tell(by, update, station, source, options.withoutKey());
        String other = result.how() == How.NOT_SUPPORTED ? other(station, update) : null;
        if (other != null) {
            tell(by, again(update, other), station, source, options.withoutKey());
        }
        return get(by.scope(), update.id());
    }

    /** @param isNew false: one with the same key came in between, which is told by whoever sent it */
    private record Kept(FirmwareUpdate update, boolean isNew) {}

    private Kept keep(Actor by, FirmwareUpdate begun) {
        return store.write(begun.station(), tx -> {
            Optional<FirmwareUpdate> standing = SqlFirmwareUpdateStore.byNumber(tx, begun.station(), begun.number());
            if (standing.isPresent()) {
                return new Kept(standing.get(), false);
            }
            FirmwareUpdate added = store.insert(tx, begun);
            audit.record(tx, by, AuditEntry.created(ENTITY, added.id(), fields(added)));
            return new Kept(added, true);
        });
    }

    /** L01.FR.20 of the security extension of 1.6: a station that has it refuses the plain one with NotSupported. */
    private static String action(Addressee station, UpdateOrder wanted) {
        boolean signed = wanted.signature() != null;
        if (station.version().isV2()) {
            return FirmwareWords.UPDATE;
        }
        if (signed) {
            return station.lacks(FirmwareWords.SIGNED_UPDATE) ? FirmwareWords.UPDATE : FirmwareWords.SIGNED_UPDATE;
        }
        if (station.lacks(FirmwareWords.UPDATE)) {
            throw Refused.conflict(
                    "signature",
                    station.ref().identity()
                            + " takes signed updates alone: it has refused UpdateFirmware. Give signature and"
                            + " signingCertificate.");
        }
        return FirmwareWords.UPDATE;
    }

    /** What is left for a station of 1.6 that has not the one; null: nothing. */
    private static @Nullable String other(Addressee station, FirmwareUpdate update) {
        boolean signed16 = !station.version().isV2() && update.order().signature() != null;
        String other = update.sent().action().equals(FirmwareWords.UPDATE)
                ? FirmwareWords.SIGNED_UPDATE
                : FirmwareWords.UPDATE;
        return signed16 && !station.lacks(other) ? other : null;
    }

    private Source source(Actor by, Addressee station, UpdateOrder wanted, SendOptions options) {
        Long file = wanted.file();
        if (file == null) {
            return new Source(String.valueOf(wanted.location()), null);
        }
        Instant now = now();
        Instant retrieve = wanted.retrieveAt() == null || wanted.retrieveAt().isBefore(now) ? now : wanted.retrieveAt();
        Duration waits = options.ttl() == null ? Duration.ZERO : Wait.ttl(options.ttl());
        FileLink.Made link = links.download(
                station.ref(),
                files.image(by.scope(), "file", file),
                Duration.between(now, retrieve).plus(waits).plus(LINK));
        return new Source(link.url(), link.id());
    }

    private FirmwareUpdate again(FirmwareUpdate update, String action) {
        FirmwareUpdate next = update.with(
                        new FirmwareUpdate.Sent(action, update.sent().link(), null))
                .with(FirmwareUpdate.Progress.begun(update.progress().before(), now()));
        store.write(update.station(), tx -> {
            FirmwareUpdate before = SqlFirmwareUpdateStore.find(tx, update.station(), update.id())
                    .orElseThrow();
            store.update(tx, before, next);
            return null;
        });
        return next;
    }

    /** Where it cannot be sent at all, that is kept, too. */
    private VerbResult tell(Actor by, FirmwareUpdate update, Addressee station, Source source, SendOptions options) {
        boolean told = false;
        try {
            VerbResult result = verbs.tell(
                    by,
                    station.ref().identity(),
                    to -> FirmwareWords.of(update, station.version().isV2(), source.url()),
                    options);
            told = true;
            waits(update, result);
            return result;
        } finally {
            if (!told) {
                end(update, UpdateState.REFUSED, "It could not be sent.");
            }
        }
    }

    /** One that waits for its station can be called off by its number. */
    private void waits(FirmwareUpdate update, VerbResult result) {
        if (!result.command().hasEnded()) {
            store.write(update.station(), tx -> {
                SqlFirmwareUpdateStore.find(tx, update.station(), update.id())
                        .filter(before -> before.sent().command() == null)
                        .ifPresent(before -> store.update(
                                tx,
                                before,
                                before.with(new FirmwareUpdate.Sent(
                                        before.sent().action(),
                                        before.sent().link(),
                                        result.command().id()))));
                return null;
            });
        }
    }

    private void end(FirmwareUpdate update, UpdateState state, String why) {
        store.write(update.station(), tx -> {
            SqlFirmwareUpdateStore.find(tx, update.station(), update.id())
                    .filter(before -> before.state() == UpdateState.REQUESTED)
                    .ifPresent(before -> store.update(
                            tx, before, before.with(before.progress().to(state, why, now()))));
            return null;
        });
    }

    private static Map<String, Object> fields(FirmwareUpdate update) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("station", update.station().identity());
        fields.put("action", update.sent().action());
        fields.put("location", update.order().image().location());
        fields.put("retrieveAt", update.order().retrieveAt().toString());
        if (update.order().image().file() != null) {
            fields.put("file", update.order().image().file());
        }
        if (update.campaign() != null) {
            fields.put("campaign", update.campaign());
        }
        return fields;
    }

    public Optional<FirmwareUpdate> find(Scope scope, long id) {
        return store.find(scope, id);
    }

    /** @throws Refused not found */
    public FirmwareUpdate get(Scope scope, long id) {
        return find(scope, id)
                .orElseThrow(() -> Refused.notFound(
                        "There is no update " + id + " of firmware. GET /api/v1/firmware-updates lists them."));
    }

    /** The newest first. */
    public Page<FirmwareUpdate> page(Scope scope, UpdateFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, filter, limit.rows() + 1, after), limit, update -> Cursor.at(update.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
