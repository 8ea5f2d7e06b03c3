package org.ohmstead.smartcharging.composites;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.smartcharging.schedule.Composite;
import org.ohmstead.smartcharging.schedule.Composition;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.StationFacts;
import org.ohmstead.smartcharging.schedule.Window;

/** Composite schedules, as we compute them and as stations say. */
@Singleton
public class CompositeSchedules {
    private static final String ACTION = "GetCompositeSchedule";

    private final FactsOfStations facts;
    private final Verbs verbs;
    private final Clock clock;

    @Inject
    public CompositeSchedules(FactsOfStations facts, Verbs verbs, Clock clock) {
        this.facts = facts;
        this.verbs = verbs;
        this.clock = clock;
    }

    /**
     * @param evse 0: the station
     * @param from null: now
     */
    public record Question(
            int evse,
            Duration length,
            RateUnit unit,
            @Nullable Instant from) {}

    /**
     * Both.
     *
     * @param computed    from when the station says, where it says so
     * @param said        null: it said nothing that can be read
     * @param differences null: there is nothing to compare with
     */
    public record Comparison(
            Composite computed,
            VerbResult asked,
            @Nullable SaidSchedule said,
            @Nullable List<Difference> differences) {}

    /** As we compute it. @throws org.ohmstead.api.Refused not found */
    public Composite computed(Actor by, String identity, Question question) {
        return computed(verbs.addressee(by, identity), question);
    }

    public Composite computed(Addressee addressee, Question question) {
        List<Profile> profiles = facts.profiles(addressee.ref());
        return computed(profiles, facts.of(addressee, profiles), question);
    }

    Composite computed(List<Profile> profiles, StationFacts station, Question question) {
        Window window = Window.of(question.from() == null ? now() : question.from(), question.length());
        Composition composition = new Composition(profiles, station, window, question.unit());
        return question.evse() == 0 ? composition.station() : composition.evse(question.evse());
    }

    /** As we compute it and as the station says. @throws org.ohmstead.api.Refused as {@link Verbs#tell} */
    public Comparison compared(Actor by, String identity, Question question, SendOptions options) {
        VerbResult asked = verbs.tell(by, identity, verb(question), options);
        Optional<SaidSchedule> said = SaidSchedule.read(asked.response());
        Instant from = said.map(SaidSchedule::start).orElse(null);
        Composite computed =
                computed(by, identity, new Question(question.evse(), question.length(), question.unit(), from));
        return new Comparison(
                computed,
                asked,
                said.orElse(null),
                said.map(schedule -> Difference.between(computed, schedule)).orElse(null));
    }

    private static Verb verb(Question question) {
        String unit = question.unit() == RateUnit.WATT ? "W" : "A";
        return station -> {
            ObjectNode payload = Words.newPayload()
                    .put(station.version().isV2() ? "evseId" : "connectorId", question.evse())
                    .put("duration", (int) question.length().toSeconds());
            return new Words(ACTION, payload.put("chargingRateUnit", unit));
        };
    }

    /** Never before the second that it is, because stations count seconds. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** The status of an answer. */
    static boolean isAccepted(JsonNode response) {
        return response.path("status").asText().equals("Accepted");
    }
}
