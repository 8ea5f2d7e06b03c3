package org.ohmstead.charging.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.charging.ChargingSite.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.SessionView;

class SessionResourceTest {
    private final ChargingSite site = new ChargingSite();
    private final MeterReadingResource readings = new MeterReadingResource(site.pages, CurrentActor.of(Actor.LOCAL));
    private SessionResource sessions = resource(at(60));

    private SessionResource resource(java.time.Instant now) {
        return new SessionResource(
                new SessionLists(
                        site.pages, site.tokens, ChargingSettings.defaults(), Clock.fixed(now, ZoneOffset.UTC)),
                site.trails,
                site.closing,
                CurrentActor.of(Actor.LOCAL));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static SessionQuery query(
            String station, String token, String state, String verdict, String evse, String from, String to) {
        return new SessionQuery(station, token, state, verdict, evse, from, to, null, null, null);
    }

    private static SessionQuery ended(String state, String from, String to) {
        return new SessionQuery(null, null, state, null, null, null, null, from, to, null);
    }

    private static void expect(Refused.Kind kind, String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(kind);
            assertThat(problem.field()).isEqualTo(field);
        });
    }

    @Test
    void a_session_is_shown_and_one_without_a_sign_for_long_is_stale() {
        long number = site.start("KNOWN", 1000, 0);
        assertThat(sessions.get(String.valueOf(number)).stale()).isFalse();
        sessions = resource(ChargingSite.NOW.plus(Duration.ofHours(13)));
        SessionView view = sessions.get(String.valueOf(number));
        assertThat(view.stale()).isTrue();
        assertThat(view.state()).isEqualTo("open");
        assertThat(view.transactionId()).isEqualTo(String.valueOf(number));
        assertThat(sessions.list(query(" ", null, "OPEN", null, null, null, null), "1", null)
                        .items())
                .containsExactly(view);
    }

    @Test
    void what_is_not_there_is_404() {
        expect(Refused.Kind.NOT_FOUND, null, () -> sessions.get("99"));
        expect(Refused.Kind.NOT_FOUND, null, () -> sessions.get("abc"));
        expect(Refused.Kind.NOT_FOUND, null, () -> sessions.readings("99", null, null));
        expect(Refused.Kind.NOT_FOUND, null, () -> sessions.evidence("99", null, null));
        expect(Refused.Kind.NOT_FOUND, null, () -> sessions.close("99", new SessionResource.CloseBody("why")));
    }

    @Test
    void a_wrong_parameter_is_named() {
        expect(
                Refused.Kind.INVALID,
                "state",
                () -> sessions.list(query(null, null, "running", null, null, null, null), null, null));
        expect(
                Refused.Kind.INVALID,
                "verdict",
                () -> sessions.list(query(null, null, null, "good", null, null, null), null, null));
        expect(
                Refused.Kind.INVALID,
                "evse",
                () -> sessions.list(query(null, null, null, null, "-1", null, null), null, null));
        expect(
                Refused.Kind.INVALID,
                "station",
                () -> sessions.list(query(null, null, null, null, "1", null, null), null, null));
        expect(
                Refused.Kind.INVALID,
                "from",
                () -> sessions.list(query(null, null, null, null, null, "yesterday", null), null, null));
        expect(
                Refused.Kind.INVALID,
                "to",
                () -> sessions.list(query(null, null, null, null, null, null, "2026-05-01"), null, null));
        expect(
                Refused.Kind.INVALID,
                "limit",
                () -> sessions.list(query(null, null, null, null, null, null, null), "501", null));
        expect(
                Refused.Kind.INVALID,
                "cursor",
                () -> sessions.list(query(null, null, null, null, null, null, null), null, "@"));
        expect(
                Refused.Kind.INVALID,
                "to",
                () -> sessions.list(
                        query(null, null, null, null, null, "2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z"),
                        null,
                        null));
        expect(Refused.Kind.INVALID, "endedTo", () -> sessions.list(ended(null, null, "May"), null, null));
        expect(
                Refused.Kind.INVALID,
                "endedTo",
                () -> sessions.list(ended(null, null, "+999999999-01-01T00:00:00Z"), null, null));
        expect(
                Refused.Kind.INVALID,
                "endedTo",
                () -> sessions.list(ended(null, "2026-05-02T00:00:00Z", "2026-05-01T00:00:00Z"), null, null));
        expect(
                Refused.Kind.INVALID,
                "state",
                () -> sessions.list(ended("open", "2026-05-02T00:00:00Z", null), null, null));
        expect(Refused.Kind.INVALID, "station", () -> readings.list("", null, null, null, null, null, null, null));
        expect(Refused.Kind.INVALID, "session", () -> readings.list(null, null, "x", null, null, null, null, null));
    }

    @Test
    void a_session_is_closed_only_with_a_reason_and_only_once() {
        String id = String.valueOf(site.start("KNOWN", 1000, 0));
        expect(Refused.Kind.INVALID, "reason", () -> sessions.close(id, null));
        expect(Refused.Kind.INVALID, "reason", () -> sessions.close(id, new SessionResource.CloseBody(" ")));
        expect(
                Refused.Kind.INVALID,
                "reason",
                () -> sessions.close(id, new SessionResource.CloseBody("x".repeat(501))));
        SessionView closed = sessions.close(id, new SessionResource.CloseBody("driver called"));
        assertThat(closed.closedBy()).isEqualTo("operator");
        assertThat(closed.verdict()).isEqualTo("incomplete");
        expect(Refused.Kind.CONFLICT, null, () -> sessions.close(id, new SessionResource.CloseBody("again")));
        assertThat(sessions.evidence(id, null, null).items().getLast().detail()).contains("driver called");
    }

    @Test
    void readings_and_evidence_are_json_within_json() throws Exception {
        long number = site.start("KNOWN", 1000, 0);
        site.meter(number, "1100.50", 1);
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        JsonNode reading = mapper.valueToTree(
                sessions.readings(String.valueOf(number), null, null).items().getFirst());
        JsonNode parsed = mapper.readTree(mapper.writeValueAsString(reading));
        assertThat(parsed.at("/energyWh").decimalValue()).isEqualByComparingTo("1100.5");
        String shown = mapper.writeValueAsString(readings.list("CP-7", null, null, "1", null, null, null, null)
                .items()
                .getFirst());
        assertThat(mapper.readTree(shown).at("/samples/0/value").asText()).isEqualTo("1100.50");
        String step = mapper.writeValueAsString(
                sessions.evidence(String.valueOf(number), null, null).items().getFirst());
        assertThat(mapper.readTree(step).at("/detail/said/token").asText()).isEqualTo("KNOWN");
        assertThat(mapper.readTree(step).at("/detail/derived/state").asText()).isEqualTo("open");
    }
}
