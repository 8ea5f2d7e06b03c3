package org.ohmstead.smartcharging.needs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.smartcharging.composites.FactsOfStations;
import org.ohmstead.smartcharging.profiles.ChargingProfiles;
import org.ohmstead.smartcharging.profiles.Fallback;
import org.ohmstead.smartcharging.schedule.Composite;
import org.ohmstead.smartcharging.schedule.Composition;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.StationFacts;
import org.ohmstead.smartcharging.schedule.Window;
import org.ohmstead.smartcharging.traits.StationTraits;
import org.ohmstead.smartcharging.traits.Traits;
import org.ohmstead.stations.StationRef;

/** Sends EVs that asked a profile (K15.FR.07, 08, K16, K17). Waits for stations, so no handler of their messages may come here. */
@Singleton
public class Offers {
    static final String RULE = "charging-needs";

    /** So often an EV that plans more than it may is offered something again. */
    static final int MOST = 4;

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** A default for every later EV is no answer to this one. */
    private static final Set<Fallback> ALLOWED =
            EnumSet.of(Fallback.UNIT, Fallback.WHOLE_NUMBERS, Fallback.STACK_LEVEL);

    private final SqlNeedStore store;
    private final FactsOfStations facts;
    private final ChargingProfiles profiles;
    private final Verbs verbs;
    private final StationTraits traits;
    private final Clock clock;

    @Inject
    public Offers(
            SqlNeedStore store,
            FactsOfStations facts,
            ChargingProfiles profiles,
            Verbs verbs,
            StationTraits traits,
            Clock clock) {
        this.store = store;
        this.facts = facts;
        this.profiles = profiles;
        this.verbs = verbs;
        this.traits = traits;
        this.clock = clock;
    }

    /** Answers all EVs of a station that wait, and whose transaction is known. Blocks until the station has said something. */
    void offerAll(StationRef station) {
        for (StoredNeed need : store.waiting(station)) {
            String transaction = need.transaction() == null
                    ? facts.transaction(station, need.evse()).orElse(null)
                    : need.transaction();
            if (transaction != null) {
                offer(Actor.server(station.tenant(), RULE), station, need, transaction);
            }
        }
    }

    private void offer(Actor by, StationRef station, StoredNeed need, String transaction) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        try {
            Addressee addressee = verbs.addressee(by, station.identity());
            OfferPlan plan = plan(addressee, need, transaction, now);
            ObjectNode profile = plan.profile(
                    transaction, level(station), number(station, transaction).orElse(null));
            ChargingProfiles.Outcome outcome = profiles.set(
                    by,
                    station.identity(),
                    new ChargingProfiles.Wanted(need.evse(), profile, ALLOWED),
                    SendOptions.USUAL);
            boolean accepted = outcome.result().isAccepted();
            String note = accepted
                    ? tooLittle(need, plan)
                    : "The station did not take the profile; see command "
                            + outcome.result().command().id() + ".";
            keep(station, need, transaction, accepted ? NeedState.ACCEPTED : NeedState.REFUSED, plan.wattHours(), note);
        } catch (Refused refusal) {
            keep(station, need, transaction, NeedState.REFUSED, null, refusal.detail());
        }
    }

    private OfferPlan plan(Addressee addressee, StoredNeed need, String transaction, Instant now) {
        StationRef station = addressee.ref();
        Traits known = traits.of(station);
        List<Profile> others = facts.profiles(station).stream()
                .filter(profile -> profile.purpose() != Purpose.TX
                        || !transaction.equals(profile.slot().transaction()))
                .toList();
        StationFacts state = facts.of(addressee, others);
        Composite limits = new Composition(others, state, window(need, now), unit(known, need)).evse(need.evse());
        return OfferPlan.of(
                limits, NeedReader.most(need.asked().needs()), need.asked().mostPeriods(), known.supply());
    }

    /** Until it leaves; a day where it does not say when, or says what is over. */
    private static Window window(StoredNeed need, Instant now) {
        Instant leaves = need.asked().departsAt();
        if (leaves == null || leaves.isBefore(now.plus(SHORTEST))) {
            return Window.of(now, USUAL);
        }
        Instant latest = now.plus(LONGEST);
        return new Window(now, leaves.isAfter(latest) ? latest : leaves.truncatedTo(ChronoUnit.SECONDS));
    }

    private static RateUnit unit(Traits known, StoredNeed need) {
        if (known.unit() != null) {
            return known.unit();
        }
        EvNeeds.Most most = NeedReader.most(need.asked().needs());
        boolean direct = NeedReader.isDirect(need.asked().mode());
        return direct || (most != null && most.unit() == RateUnit.WATT) ? RateUnit.WATT : RateUnit.AMPERE;
    }

    private int level(StationRef station) {
        Integer only = traits.of(station).stackLevel();
        return only == null ? 0 : only;
    }

    /** A profile that the transaction has already is replaced (K01.FR.39). */
    private Optional<Integer> number(StationRef station, String transaction) {
        int level = level(station);
        return profiles.standing(station).stream()
                .filter(each -> each.read()
                        .filter(profile -> profile.purpose() == Purpose.TX
                                && profile.slot().stackLevel() == level
                                && transaction.equals(profile.slot().transaction()))
                        .isPresent())
                .map(each -> (int) each.number())
                .findFirst();
    }

    private static @Nullable String tooLittle(StoredNeed need, OfferPlan plan) {
        BigDecimal asked = need.asked().energyWh();
        return asked == null || need.asked().departsAt() == null || asked.compareTo(plan.wattHours()) <= 0
                ? null
                : "The limits allow " + plan.wattHours().toPlainString() + " Wh until departure, of "
                        + asked.toPlainString() + " Wh that the EV asked for.";
    }

    private void keep(
            StationRef station,
            StoredNeed need,
            String transaction,
            NeedState state,
            @Nullable BigDecimal wattHours,
            @Nullable String note) {
        StoredNeed.Offered offered = new StoredNeed.Offered(
                state,
                need.offered().offers() + 1,
                need.asked().departsAt() == null ? null : wattHours,
                note,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.offered(station, need.with(transaction, offered));
    }

    /**
     * Offers an EV something again, because somebody wants it.
     *
     * @throws Refused not found; in conflict where its session is over
     */
    StoredNeed again(Actor by, StationRef station, long id) {
        StoredNeed need = store.find(station, id)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has no charging need " + id
                        + ". GET /api/v1/stations/{station}/charging-needs lists them."));
        String transaction = need.transaction() == null
                ? facts.transaction(station, need.evse()).orElse(null)
                : need.transaction();
        if (transaction == null || need.offered().state() == NeedState.OVER) {
            throw Refused.conflict(
                    null,
                    "No session runs for charging need " + id + ", so nothing can be offered. Wait for the next one.");
        }
        offer(by, station, need, transaction);
        return store.find(station, id).orElse(need);
    }
}
