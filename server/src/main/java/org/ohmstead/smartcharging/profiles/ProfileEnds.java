package org.ohmstead.smartcharging.profiles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.QuietStations;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.json.Words;
import org.ohmstead.stations.StationRef;

/**
 * Ends profiles whose transaction or validity is over, as stations do by themselves, and clears away what ended long ago. Knows to
 * which transaction those belong that came with remote starts.
 */
@Singleton
public class ProfileEnds implements EventListener, RecurringJobs {
    private static final ProfileFilter OF_TRANSACTIONS =
            new ProfileFilter(null, null, List.of(Words.of(Purpose.TX)), null, null, ProfileState.OPEN);

    private final SqlProfileStore store;
    private final Standing standing;
    private final SessionLists sessions;
    private final NoticeSettings settings;
    private final Clock clock;
    private final QuietStations quiet = new QuietStations();

    @Inject
    public ProfileEnds(
            SqlProfileStore store, Standing standing, SessionLists sessions, NoticeSettings settings, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.sessions = sessions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "charging-profile-ends";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void begin() {
        quiet.clear();
    }

    @Override
    public void on(StoredEvent event) {
        Long id = event.station();
        if (id == null) {
            return;
        }
        if (event.kind().startsWith("charging-profile.") || event.kind().startsWith("command.")) {
            quiet.remove(id); // a profile that was only sent has no event of its own yet
        }
        JsonNode told = event.payload();
        switch (event.kind()) {
            case "session.ended" ->
                ended(
                        new StationRef(
                                event.tenant(),
                                id,
                                told.path("session").path("station").asText()),
                        told.path("session"),
                        event.createdAt());
            case "remote-start.started" -> begun(station(event, id), told);
            case "remote-start.expired" -> ofStart(station(event, id), told, this::over);
            default -> {
                // of no interest here
            }
        }
    }

    private static StationRef station(StoredEvent event, long id) {
        return new StationRef(
                event.tenant(), id, event.payload().path("identity").asText());
    }

    /** A TxProfile goes with its transaction (behaviour 7.1); one of 1.6 that names none, with whichever runs at its connector. */
    private void ended(StationRef station, JsonNode session, Instant at) {
        if (quiet.has(station.id())) {
            return;
        }
        if (store.before(station, OF_TRANSACTIONS, 1, null).isEmpty()) {
            quiet.add(station.id());
            return;
        }
        ProfileFilter its = new ProfileFilter(
                null,
                null,
                List.of(Words.of(Purpose.TX)),
                null,
                session.path("transactionId").asText(),
                ProfileState.OPEN);
        ProfileFilter there = new ProfileFilter(
                null, session.path("evse").asInt(0), List.of(Words.of(Purpose.TX)), null, null, ProfileState.OPEN);
        Predicate<StoredProfile> nameless = profile ->
                profile.transaction() == null && !profile.times().createdAt().isAfter(at);
        if (!store.before(station, its, 1, null).isEmpty()
                || store.before(station, there, SqlProfileStore.MOST, null).stream()
                        .anyMatch(nameless)) {
            store.write(station, tx -> {
                standing.gone(tx, station, its, ProfileState.OVER, now());
                store.of(tx, station, there).stream()
                        .filter(nameless)
                        .forEach(profile -> store.update(tx, station, over(profile)));
                return true;
            });
        }
    }

    private StoredProfile over(StoredProfile profile) {
        return ProfileState.OPEN.contains(profile.state())
                ? Standing.with(profile, ProfileState.OVER, profile.said(), now())
                : profile;
    }

    /** A profile that came with a remote start belongs to the transaction that it led to; to none, where that has ended meanwhile. */
    private void begun(StationRef station, JsonNode start) {
        long number = start.path("session").asLong();
        Optional<ChargingSession> session = sessions.open(station).stream()
                .filter(each -> each.id() == number)
                .findFirst();
        ofStart(station, start, profile -> session.map(one -> of(profile, one)).orElseGet(() -> over(profile)));
    }

    private StoredProfile of(StoredProfile profile, ChargingSession session) {
        ObjectNode named = profile.profile().deepCopy().put("transactionId", session.transactionId());
        StoredProfile its =
                Standing.at(profile, Objects.requireNonNullElse(session.place().evse(), profile.evse()), named);
        // it was given up, and began all the same
        return profile.state() == ProfileState.OVER
                ? Standing.with(its, ProfileState.ACCEPTED, its.said(), now())
                : its;
    }

    private void ofStart(StationRef station, JsonNode start, UnaryOperator<StoredProfile> change) {
        long command = start.path("command").asLong();
        if (store.byCommand(station, command)
                .filter(profile -> profile.transaction() == null)
                .isPresent()) {
            store.write(station, tx -> {
                store.byCommand(tx, station, command).ifPresent(before -> {
                    StoredProfile after = change.apply(before);
                    if (!after.equals(before)) {
                        store.update(tx, station, after);
                    }
                });
                return true;
            });
        }
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofMinutes(1), Duration.ofSeconds(20), "charging-profile-ends", this::end),
                Recurring.every(Duration.ofHours(1), Duration.ofMinutes(2), "charging-profile-retention", this::prune));
    }

    void end() {
        Instant now = now();
        for (StationRef station : store.withEnded(now)) {
            OneByOne.attempt(
                    () -> "tenant=" + station.tenant() + " station=" + station.identity() + " ending its profiles",
                    () -> store.write(station, tx -> {
                        for (StoredProfile each : store.of(tx, station, ProfileFilter.STANDING)) {
                            Instant to = each.times().validTo();
                            if (to != null && !to.isAfter(now)) {
                                store.update(tx, station, Standing.with(each, ProfileState.OVER, each.said(), now));
                            }
                        }
                        return true;
                    }));
        }
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
