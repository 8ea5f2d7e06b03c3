package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.notices.CanonicalJson;
import org.ohmstead.smartcharging.composites.FactsOfStations;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Schedule;
import org.ohmstead.smartcharging.schedule.json.ProfileReader;
import org.ohmstead.smartcharging.traits.StationTraits;
import org.ohmstead.stations.StationRef;

/** What EVs ask for and plan: answered here, while the station waits; what follows is {@link Offers}. */
@Singleton
public class ChargingNeeds {
    private static final String ACCEPTED = "Accepted";
    private static final String REJECTED = "Rejected";

    /** A station repeats what was not answered in time well within this. */
    private static final Duration REPETITION = Duration.ofMinutes(1);

    private final SqlNeedStore store;
    private final FactsOfStations facts;
    private final StationTraits traits;
    private final Verbs verbs;
    private final Clock clock;

    @Inject
    public ChargingNeeds(SqlNeedStore store, FactsOfStations facts, StationTraits traits, Verbs verbs, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.traits = traits;
        this.verbs = verbs;
        this.clock = clock;
    }

    /** What is said to an EV that asks (K15.FR.02 to 05). */
    public enum Answer {
        /** A profile follows. */
        ACCEPTED,
        /** A profile follows once it is known which transaction it is for. */
        PROCESSING,
        /** None follows. */
        NONE
    }

    /**
     * K15, K17: an EV asks.
     *
     * @param none what stands for {@link Answer#NONE} in the station's version
     */
    public Answer asked(StationRef station, EvNeeds needs, String none) {
        Instant now = now();
        Optional<String> transaction = facts.transaction(station, needs.evse());
        Answer answer = !traits.of(station).answersNeeds()
                ? Answer.NONE
                : transaction.isPresent() ? Answer.ACCEPTED : Answer.PROCESSING;
        if (isRepeated(station, needs, transaction, now)) {
            return answer;
        }
        String word =
                switch (answer) {
                    case ACCEPTED -> ACCEPTED;
                    case PROCESSING -> "Processing";
                    case NONE -> none;
                };
        NeedState state = answer == Answer.NONE ? NeedState.NONE : NeedState.WAITING;
        StoredNeed need = need(needs, transaction.orElse(null), word, state, now);
        store.add(
                station,
                need,
                new ChargingNeedsReported(
                        station.tenant(),
                        station.id(),
                        now,
                        station.identity(),
                        needs.evse(),
                        need.transaction(),
                        needs.mode(),
                        needs.departsAt(),
                        needs.energyWh(),
                        word));
        return answer;
    }

    private static StoredNeed need(
            EvNeeds needs, @Nullable String transaction, String word, NeedState state, Instant now) {
        return new StoredNeed(
                0,
                needs.evse(),
                transaction,
                new StoredNeed.Asked(
                        needs.needs(),
                        needs.mode(),
                        needs.departsAt(),
                        needs.energyWh(),
                        needs.mostPeriods(),
                        needs.askedAt(),
                        now),
                word,
                new StoredNeed.Offered(state, 0, null, null, now),
                StoredNeed.Planned.NOTHING);
    }

    /** The same needs in another transaction are another EV's, or the same one's that has come back. */
    private boolean isRepeated(StationRef station, EvNeeds needs, Optional<String> transaction, Instant now) {
        return store.newest(station, needs.evse())
                .filter(before -> before.transaction() == null
                        || transaction.isEmpty()
                        || before.transaction().equals(transaction.get()))
                .filter(before -> before.asked().receivedAt().isAfter(now.minus(REPETITION)))
                .filter(before -> CanonicalJson.of(before.asked().needs()).equals(CanonicalJson.of(needs.needs())))
                .isPresent();
    }

    /**
     * K15.FR.11 to 13: an EV tells how it plans to charge.
     *
     * @param from     what its times count from
     * @param schedule ChargingSchedule of 2.x
     * @return whether that is within our limits; else it is offered something again
     */
    public boolean planned(StationRef station, int evse, Instant from, JsonNode schedule) {
        Instant now = now();
        boolean within = isWithin(station, evse, from, schedule);
        StoredNeed.Planned planned = new StoredNeed.Planned(schedule, within ? ACCEPTED : REJECTED, now);
        store.newest(station, evse).ifPresent(need -> {
            StoredNeed.Offered before = need.offered();
            boolean again = !within && before.offers() < Offers.MOST && before.state() != NeedState.NONE;
            StoredNeed.Offered after = new StoredNeed.Offered(
                    again ? NeedState.WAITING : before.state(),
                    before.offers(),
                    before.energyWh(),
                    within ? before.note() : "The EV plans to charge with more than it was offered.",
                    now);
            store.update(
                    station,
                    need.with(planned, after),
                    new EvScheduleReported(
                            station.tenant(),
                            station.id(),
                            now,
                            station.identity(),
                            evse,
                            need.transaction(),
                            within ? ACCEPTED : REJECTED));
        });
        return within;
    }

    private boolean isWithin(StationRef station, int evse, Instant from, JsonNode schedule) {
        Optional<Schedule> plan = ProfileReader.schedules(schedule).stream().findFirst();
        if (plan.isEmpty()) {
            return true; // nothing that could be too much
        }
        Addressee addressee = verbs.addressee(Actor.server(station.tenant(), Offers.RULE), station.identity());
        List<Profile> profiles = facts.profiles(station);
        return EvPlan.of(plan.get(), evse, from).isWithin(profiles, facts.of(addressee, profiles));
    }

    /** The newest first. */
    Page<StoredNeed> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(station, limit.rows() + 1, after), limit, need -> Cursor.at(need.id()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
