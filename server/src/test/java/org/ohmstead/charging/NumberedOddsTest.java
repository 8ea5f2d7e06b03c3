package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.charging.lists.EvidenceView;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.tokens.Token;

/** What 1.6 stations leave out of starts and stops, say twice, or say under a name of their own. */
class NumberedOddsTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private long begin(String json) {
        return site.start(CP7, json).transactionId();
    }

    private List<EvidenceView> evidence(long number) {
        return site.trails.page(site.session(number), Limit.USUAL, null).items();
    }

    @Test
    void a_token_for_some_evses_is_refused_at_the_other_connectors() {
        var place = new Token.Place("CP-7", List.of(2));
        site.tokens.create(
                Actor.LOCAL,
                new Token("SOME", "ISO14443", null, false, null, 0, List.of(place), null, null, null, null));
        String start = "{'connectorId':%d,'idTag':'SOME','meterStart':1000,'timestamp':'%s'}";
        assertThat(site.start(CP7, start.formatted(1, at(0))).idTagInfo().status())
                .isEqualTo(AuthorizationStatus.Invalid);
        assertThat(site.start(CP7, start.formatted(2, at(0))).idTagInfo().status())
                .isEqualTo(AuthorizationStatus.Accepted);
    }

    @Test
    void what_a_start_and_a_stop_say_stands_in_the_evidence() {
        long number = begin("{'connectorId':2,'idTag':'FRIEND','meterStart':1000,'timestamp':'%s','reservationId':9}"
                .formatted(at(0)));
        site.stop(
                CP7,
                "{'transactionId':%d,'meterStop':2000,'timestamp':'%s','idTag':'MATE','reason':'Remote'}"
                        .formatted(number, at(9)));
        EvidenceView begun = evidence(number).getFirst();
        assertThat(begun.action()).isEqualTo("StartTransaction");
        assertThat(begun.detail())
                .contains("\"connector\":2", "\"token\":\"FRIEND\"", "\"meterWh\":1000", "\"reservation\":9")
                .contains("\"at\":");
        EvidenceView ended = evidence(number).getLast();
        assertThat(ended.action()).isEqualTo("StopTransaction");
        assertThat(ended.detail())
                .contains("\"transactionId\":" + number, "\"token\":\"MATE\"", "\"meterWh\":2000", "\"at\":")
                .contains("\"reason\":\"" + StopReason.REMOTE.word() + "\"");
    }

    @Test
    void a_start_without_a_connector_or_without_a_token_lacks_a_field_and_one_below_nothing_is_doubted() {
        long nowhere = begin("{'connectorId':0,'idTag':'FRIEND','meterStart':1000,'timestamp':'%s'}".formatted(at(0)));
        assertThat(site.session(nowhere).suspicions()).containsExactly(Suspicion.FIELDS_MISSING);
        long nobody = begin("{'connectorId':2,'meterStart':1000,'timestamp':'%s'}".formatted(at(0)));
        assertThat(site.session(nobody).suspicions()).containsExactly(Suspicion.FIELDS_MISSING);
        long below = begin("{'connectorId':3,'idTag':'FRIEND','meterStart':-1,'timestamp':'%s'}".formatted(at(0)));
        assertThat(site.session(below).suspicions()).containsExactly(Suspicion.METER_NEGATIVE);
        long zero = begin("{'connectorId':4,'idTag':'FRIEND','meterStart':0,'timestamp':'%s'}".formatted(at(0)));
        assertThat(site.session(zero).suspicions()).isEmpty();
    }

    @Test
    void starts_without_a_time_are_the_same_only_where_all_the_rest_is() {
        String start = "{'connectorId':%d,'idTag':'%s'%s}";
        long first = begin(start.formatted(1, "FRIEND", ""));
        assertThat(begin(start.formatted(1, "friend", ""))).isEqualTo(first);
        assertThat(begin(start.formatted(2, "FRIEND", ""))).isNotEqualTo(first);
        long metered = begin(start.formatted(3, "FRIEND", ",'meterStart':5"));
        assertThat(begin(start.formatted(3, "FRIEND", ",'meterStart':5"))).isEqualTo(metered);
        assertThat(begin(start.formatted(3, "FRIEND", ",'meterStart':6"))).isNotEqualTo(metered);
        assertThat(begin(start.formatted(3, "MATE", ",'meterStart':6"))).isNotEqualTo(metered);
        long bare = begin(start.formatted(4, "FRIEND", ""));
        site.now = at(1);
        assertThat(begin(start.formatted(4, "FRIEND", ",'meterStart':0")))
                .as("a register where there was none")
                .isNotEqualTo(bare);
        long zero = begin(start.formatted(5, "FRIEND", ",'meterStart':0"));
        site.now = at(2);
        assertThat(begin(start.formatted(5, "FRIEND", "")))
                .as("none where there was one")
                .isNotEqualTo(zero);
    }

    @Test
    void starts_without_a_connector_a_token_or_a_register_are_repeated_too() {
        for (String start : List.of(
                "{'idTag':'FRIEND','meterStart':1,'timestamp':'%s'}",
                "{'connectorId':2,'meterStart':1,'timestamp':'%s'}",
                "{'connectorId':3,'idTag':'FRIEND','timestamp':'%s'}")) {
            long first = begin(start.formatted(at(0)));
            assertThat(begin(start.formatted(at(0)))).isEqualTo(first);
            site.stop(first, 2, 1);
            assertThat(begin(start.formatted(at(0)))).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 9, ',''idTag'':''FRIEND'''", // nobody had shown a token
        "2000, 8, ''",
        "2000, 9, ',''reason'':''PowerLoss'''",
        "2001, 9, ''"
    })
    void a_stop_that_differs_in_anything_is_kept_beside_the_first(long meterWh, int minute, String more) {
        long number = site.start(1, "FRIEND", 1000, 0);
        site.stop(number, 2000, 9);
        site.stop(
                CP7,
                "{'transactionId':%d,'meterStop':%d,'timestamp':'%s'%s}".formatted(number, meterWh, at(minute), more));
        ChargingSession session = site.session(number);
        assertThat(session.suspicions()).containsExactly(Suspicion.STOP_CONFLICT);
        assertThat(session.ending().reason()).isEqualTo(StopReason.LOCAL);
        assertThat(session.stopToken()).isNull();
        assertThat(session.times().endedAt()).isEqualTo(at(9));
        assertThat(session.meter().stopWh()).isEqualByComparingTo("2000");
    }

    @Test
    void a_stop_with_its_token_or_without_a_register_is_repeated_without_a_conflict() {
        long number = site.start(1, "FRIEND", 1000, 0);
        String stop = "{'transactionId':%d,'timestamp':'%s','idTag':'%s'}";
        site.stop(CP7, stop.formatted(number, at(9), "FRIEND"));
        site.stop(CP7, stop.formatted(number, at(9), "friend"));
        assertThat(site.session(number).suspicions()).doesNotContain(Suspicion.STOP_CONFLICT);
        assertThat(site.trail(number)).containsExactly("started", "ended");
    }

    @Test
    void a_conflict_makes_nothing_of_a_session_that_is_incomplete_anyway() {
        site.stop(4711, 9000, 0);
        site.stop(4711, 9500, 0);
        assertThat(site.session().suspicions()).contains(Suspicion.STOP_CONFLICT);
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
    }

    @Test
    void what_was_odd_about_the_start_is_so_still_at_the_end() {
        long number = begin("{'connectorId':1,'idTag':'FRIEND','meterStart':1000}");
        site.stop(number, 2000, 9);
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.TIME_MISSING);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
    }

    @Test
    void a_blank_token_has_not_stopped_anything() {
        long number = site.start(1, "FRIEND", 1000, 0);
        site.stop(CP7, "{'transactionId':%d,'meterStop':2000,'timestamp':'%s','idTag':' '}".formatted(number, at(9)));
        assertThat(site.session(number).stopToken()).isNull();
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void of_an_orphaned_stop_all_is_kept_that_it_says() {
        site.now = at(60);
        site.stop(
                CP7,
                "{'transactionId':4711,'meterStop':9000,'timestamp':'%s','idTag':'FRIEND','reason':'Remote'}"
                        .formatted(at(0)));
        ChargingSession orphan = site.session();
        assertThat(orphan.origin().stationTx()).isEqualTo("4711");
        assertThat(orphan.origin().startKey()).isNull();
        assertThat(orphan.stopToken().value()).isEqualTo("FRIEND");
        assertThat(orphan.ending().reason()).isEqualTo(StopReason.REMOTE);
        assertThat(orphan.times().endedAt()).isEqualTo(at(0));
        assertThat(orphan.times().startedAt()).isEqualTo(at(0));
        assertThat(orphan.offline()).as("it came from a queue").isTrue();
        assertThat(evidence(orphan.id()).getFirst().detail()).contains("4711");
    }

    @Test
    void a_name_that_a_station_made_up_and_uses_again_is_the_session_that_is_open_now() {
        site.stop(4711, 9000, 0);
        long open = site.start(1, "FRIEND", 1000, 5);
        site.stop(4711, 2000, 30);
        assertThat(site.session(open).isEndedByStation()).isTrue();
        assertThat(site.session(open).meter().energyWh()).isEqualByComparingTo("1000");
        site.stop(4711, 9500, 60);
        assertThat(site.all())
                .as("nothing is open: the stop is a contradiction")
                .hasSize(2);
    }

    @Test
    void a_stop_a_minute_behind_the_end_is_of_the_same_session_and_a_later_one_is_not() {
        site.stop(4711, 9000, 0);
        long open = site.start(1, "FRIEND", 1000, -5);
        site.stop(4711, 2000, 1);
        assertThat(site.session(open).isOpen()).isTrue();
        site.stop(4711, 2000, 2);
        assertThat(site.session(open).isOpen()).isFalse();
    }

    @Test
    void our_own_number_is_never_another_session_however_late_its_stop_comes_again() {
        long number = site.start(1, "FRIEND", 1000, 0);
        site.stop(number, 2000, 9);
        long open = site.start(1, "MATE", 2000, 20);
        site.stop(number, 2500, 30);
        assertThat(site.session(open).isOpen()).isTrue();
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.STOP_CONFLICT);
    }

    @Test
    void a_session_that_begins_after_the_stop_is_not_the_one_that_is_meant() {
        long later = site.start(1, "FRIEND", 1000, 12);
        site.stop(-1, 2000, 10);
        assertThat(site.session(later).isOpen()).isTrue();
        long soon = site.start(2, "FRIEND", 1000, 11);
        site.stop(-1, 2100, 10);
        assertThat(site.session(soon).isOpen())
                .as("clocks are set while sessions run")
                .isFalse();
    }

    @Test
    void a_stop_without_a_number_is_a_repetition_only_with_the_same_register() {
        long first = site.start(1, "FRIEND", 1000, 0);
        site.stop(-1, 2000, 10);
        long second = site.start(2, "MATE", 1000, 5);
        site.stop(-1, 2000, 10);
        assertThat(site.session(second).isOpen()).isTrue();
        site.stop(-1, 3000, 10);
        assertThat(site.session(second).isOpen()).isFalse();
        assertThat(site.session(first).meter().energyWh()).isEqualByComparingTo("1000");
        assertThat(site.session(second).meter().energyWh()).isEqualByComparingTo("2000");
    }

    @Test
    void a_stop_without_a_number_or_register_ends_the_newest_session_and_never_one_of_2_x() {
        site.event("TX", "Started", 0, "CablePluggedIn", "'evse':{'id':4}");
        site.stop(CP7, "{'transactionId':-1,'timestamp':'%s'}".formatted(at(4)));
        assertThat(site.all().getFirst().isOpen()).isTrue();
        long older = site.start(1, "FRIEND", 1000, 5);
        long newer = site.start(2, "MATE", 9000, 6);
        site.stop(CP7, "{'transactionId':-1,'timestamp':'%s'}".formatted(at(8)));
        assertThat(site.session(newer).isOpen()).isFalse();
        assertThat(site.session(older).isOpen()).isTrue();
    }

    @Test
    void the_newest_register_of_a_session_tells_whether_a_stop_without_a_number_fits() {
        long risen = site.start(1, "FRIEND", 1000, 0);
        site.meter(1, risen, "5000", 5);
        long other = site.start(2, "MATE", 500, 1);
        site.stop(-1, 4000, 10);
        assertThat(site.session(risen).isOpen()).isTrue();
        assertThat(site.session(other).isOpen()).isFalse();
        site.stop(-1, 5000, 11);
        assertThat(site.session(risen).meter().energyWh()).isEqualByComparingTo("4000");
    }

    @Test
    void a_number_of_ours_that_a_session_of_2_x_has_is_not_meant_by_a_stop_of_1_6() {
        site.event("TX", "Started", 0, "CablePluggedIn", "'evse':{'id':4}");
        long sequenced = site.session().id();
        site.stop(sequenced, 2000, 10);
        assertThat(site.session(sequenced).isOpen()).isTrue();
        assertThat(site.all()).hasSize(2);
    }

    @Test
    void stops_without_a_number_or_a_session_are_several_where_they_differ() {
        site.stop(0, 2500, 20);
        site.stop(0, 2600, 21);
        site.stop(CP7, "{'timestamp':'%s'}".formatted(at(22)));
        site.stop(CP7, "{'timestamp':'%s'}".formatted(at(22)));
        assertThat(site.all()).hasSize(3);
        assertThat(site.all().getFirst().origin().startKey())
                .startsWith("stop|")
                .contains("2500");
        assertThat(site.all().getFirst().origin().stationTx()).isNull();
    }
}
