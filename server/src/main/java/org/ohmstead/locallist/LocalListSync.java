package org.ohmstead.locallist;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.provisioning.RegistrationGate;

/**
 * Brings a station's list to what it is to hold: asks for its version, sends what is different from what it is known to have, and
 * the whole list where that is not known or the station does not take the difference (1.6 §5.15, D01.FR.03). Waits for the
 * station, so no handler of its messages may come here.
 */
@Singleton
public class LocalListSync {
    /** It ends by the patience for each message; this is only the most that an API allows. */
    private static final String LONGEST_WAIT = "5m";

    /** A version that leaves room for many parts. */
    private static final int HIGHEST_VERSION = Integer.MAX_VALUE - 1_000_000;

    private static final String UP_TO_DATE = "upToDate";
    private static final String REFUSED = "refused";

    private final SqlLocalListStore store;
    private final WantedEntries wanted;
    private final Verbs verbs;
    private final StationLinks links;
    private final RegistrationGate gate;
    private final Clock clock;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    @Inject
    public LocalListSync(
            SqlLocalListStore store,
            WantedEntries wanted,
            Verbs verbs,
            StationLinks links,
            RegistrationGate gate,
            Clock clock) {
        this.store = store;
        this.wanted = wanted;
        this.verbs = verbs;
        this.links = links;
        this.gate = gate;
        this.clock = clock;
    }

    /**
     * What came of it.
     *
     * @param last     the last command; null: nothing was sent
     * @param put      how many entries were added or changed, or are the whole list
     * @param removed  how many were taken from it
     * @param unwieldy how many values of tokens the station's version has no words for
     * @param beyond   how many there was no room for
     */
    record Done(
            SyncOutcome outcome,
            @Nullable VerbResult last,
            int put,
            int removed,
            int unwieldy,
            int beyond,
            @Nullable String text) {
        static Done of(SyncOutcome outcome, @Nullable VerbResult last, @Nullable String text) {
            return new Done(outcome, last, 0, 0, 0, 0, text);
        }

        boolean isSettled() {
            return outcome == SyncOutcome.UP_TO_DATE
                    || outcome == SyncOutcome.UPDATED
                    || outcome == SyncOutcome.REPLACED;
        }
    }

    /** Whether a station that is connected may be told; one that merely reconnected does not boot. */
    boolean mayBegin(StationRef station) {
        return gate.maySend(station, "SendLocalList");
    }

    /**
     * Blocks until it has come to an end.
     *
     * @param full whether the whole list is sent, whatever the station has
     * @param patience how long the station may take to answer each message
     * @throws Refused in conflict for more tokens than it takes, or where another one brings it up to date just now; and as
     *                 {@link Verbs#tell}
     */
    Done sync(Actor by, StationRef station, boolean full, @Nullable String patience) {
        if (!running.add(station.id())) {
            throw Refused.conflict(
                    null,
                    "The list of " + station.identity() + " is being brought up to date just now. Look at GET"
                            + " /api/v1/stations/" + station.identity() + "/local-list what comes of it.");
        }
        try {
            Done done = run(by, station, full, new SendOptions(LONGEST_WAIT, patience, null, null));
            if (done.isSettled()) {
                store.change(station, list -> settled(list, done, by), SqlLocalListStore.Then.NOTHING);
            }
            return done;
        } catch (Refused refusal) {
            LocalList.Result why = new LocalList.Result(REFUSED, now(), by.word(), refusal.detail());
            store.change(station, list -> list.with(why), SqlLocalListStore.Then.NOTHING);
            throw refusal;
        } finally {
            running.remove(station.id());
        }
    }

    private LocalList settled(LocalList list, Done done, Actor by) {
        LocalList synced = list.synced(now());
        return done.outcome() == SyncOutcome.UP_TO_DATE
                ? synced.with(new LocalList.Result(UP_TO_DATE, now(), by.word(), null))
                : synced;
    }

    /** Asks the station for the version of its list, and keeps what it says. */
    VerbResult ask(Actor by, StationRef station, SendOptions options) {
        return verbs.tell(by, station.identity(), ListVerbs.version(), options);
    }

    private Done run(Actor by, StationRef station, boolean full, SendOptions options) {
        Addressee addressee = verbs.addressee(by, station.identity());
        LocalList list = store.get(station);
        WantedEntries.Wanted entries = wanted.of(addressee, list.wishes().tooMany());
        if (!links.isConnected(station)) {
            return Done.of(
                    SyncOutcome.NOT_CONNECTED, null, "The station is not connected. It is done when it is there.");
        }
        Optional<String> off = wanted.switchedOff(addressee);
        if (off.isPresent()) {
            return Done.of(
                    SyncOutcome.NOT_SUPPORTED,
                    null,
                    off.get()
                            + " is false at the station, so that it would not use its list. Nothing was sent. Set it to"
                            + " true first, or read it again if it has changed.");
        }
        VerbResult asked = ask(by, station, options);
        Integer version = ListVerbs.version(asked.response());
        if (version == null) {
            return unanswered(asked);
        }
        if (version < 0) {
            return Done.of(
                    SyncOutcome.NOT_SUPPORTED, asked, "The station says that it has no local list (version -1).");
        }
        LocalList now = store.get(station); // with what the station has told
        boolean differs = now.known() && version > 0 && !full && version < HIGHEST_VERSION;
        Done done = differs
                ? difference(by, station, version, entries, options)
                : whole(by, station, version, entries, options);
        return new Done(
                done.outcome(),
                done.last() == null ? asked : done.last(),
                done.put(),
                done.removed(),
                entries.unwieldy(),
                entries.beyond(),
                done.text());
    }

    private Done difference(
            Actor by, StationRef station, int version, WantedEntries.Wanted entries, SendOptions options) {
        Map<String, ListEntry> has = store.entries(station);
        List<ListEntry> removed = has.values().stream()
                .filter(one -> !entries.entries().containsKey(one.key()))
                .map(ListEntry::removal)
                .toList();
        List<ListEntry> put = entries.entries().values().stream()
                .filter(one -> !one.equals(has.get(one.key())))
                .toList();
        if (put.isEmpty() && removed.isEmpty()) {
            return Done.of(SyncOutcome.UP_TO_DATE, null, null);
        }
        if (put.size() + removed.size() > entries.entries().size()) {
            return whole(by, station, version, entries, options);
        }
        List<ListEntry> changes = new ArrayList<>(removed); // what goes makes room for what comes
        changes.addAll(put);
        VerbResult sent = verbs.tell(by, station.identity(), ListVerbs.send(version + 1, false, changes), options);
        if (sent.isAccepted()) {
            return new Done(SyncOutcome.UPDATED, sent, put.size(), removed.size(), 0, 0, null);
        }
        return sent.how() == How.ANSWERED ? whole(by, station, version + 1, entries, options) : unanswered(sent);
    }

    private Done whole(Actor by, StationRef station, int version, WantedEntries.Wanted entries, SendOptions options) {
        int next = version >= HIGHEST_VERSION ? 1 : version + 1;
        VerbResult sent = verbs.tell(
                by,
                station.identity(),
                ListVerbs.send(next, true, entries.entries().values()),
                options);
        if (sent.isAccepted()) {
            return new Done(SyncOutcome.REPLACED, sent, entries.entries().size(), 0, 0, 0, null);
        }
        return unanswered(sent);
    }

    private static Done unanswered(VerbResult sent) {
        How how = sent.how();
        String text =
                sent.command().result() == null ? null : sent.command().result().text();
        if (how == null) {
            return Done.of(SyncOutcome.UNKNOWN, sent, text);
        }
        return switch (how) {
            case ANSWERED ->
                "NotSupported".equals(sent.status())
                        ? Done.of(SyncOutcome.NOT_SUPPORTED, sent, "The station says that it has no local list.")
                        : Done.of(SyncOutcome.FAILED, sent, "The station answers " + sent.status() + ".");
            case NOT_SUPPORTED -> Done.of(SyncOutcome.NOT_SUPPORTED, sent, text);
            case TIMED_OUT, CONNECTION_LOST -> Done.of(SyncOutcome.UNKNOWN, sent, text);
            case NOT_CONNECTED -> Done.of(SyncOutcome.NOT_CONNECTED, sent, text);
            case REFUSED, BUSY, EXPIRED, CANCELLED -> Done.of(SyncOutcome.FAILED, sent, text);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
