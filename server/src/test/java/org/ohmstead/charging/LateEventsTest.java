package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.wh;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.tokens.Token;

/** Events of 2.x that come late, while their session still runs or when it is long over. */
class LateEventsTest {
    private static final String EVSE = "'evse':{'id':2,'connectorId':1}";

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private void at(int minute, String type, @Nullable Integer seqNo, String trigger, String charging) {
        site.event(
                CP7,
                OcppVersion.V201,
                "{'eventType':'%s','timestamp':'%s','triggerReason':'%s',%s'transactionInfo':{'transactionId':'TX'%s}}"
                        .formatted(
                                type,
                                ChargingSite.at(minute),
                                trigger,
                                seqNo == null ? "" : "'seqNo':" + seqNo + ",",
                                charging.isEmpty() ? "" : ",'chargingState':'" + charging + "'"));
    }

    @Test
    void an_event_that_comes_late_undoes_nothing_of_a_session_that_is_still_open() {
        at(0, "Started", 0, "CablePluggedIn", "EVConnected");
        at(2, "Updated", 2, "ChargingStateChanged", "SuspendedEV");
        at(1, "Updated", 1, "ChargingStateChanged", "Charging");
        assertThat(site.session().charging()).isEqualTo(ChargingState.SUSPENDED_BY_EV);
        assertThat(site.session().seq().last()).isEqualTo(2);
    }

    @Test
    void of_two_events_with_one_number_the_later_one_counts_whichever_comes_first() {
        at(0, "Started", 0, "CablePluggedIn", "EVConnected");
        site.event("Updated", 4, "MeterValuePeriodic", EVSE + "," + wh(4, "1000", "Sample.Periodic"));
        at(5, "Updated", 5, "ChargingStateChanged", "SuspendedEV");
        at(3, "Updated", 5, "ChargingStateChanged", "Charging");
        assertThat(site.session().charging()).isEqualTo(ChargingState.SUSPENDED_BY_EV);
        at(6, "Updated", 5, "ChargingStateChanged", "Idle");
        assertThat(site.session().charging()).isEqualTo(ChargingState.IDLE);
        assertThat(site.session().suspicions()).contains(Suspicion.SEQ_CONFLICT);
    }

    @Test
    void a_start_without_a_number_after_the_end_is_another_session_and_one_from_the_middle_is_not() {
        at(0, "Started", null, "CablePluggedIn", "");
        at(5, "Ended", null, "EVDeparted", "");
        site.now = ChargingSite.at(60);
        at(60, "Started", 7, "CablePluggedIn", "");
        assertThat(site.all()).hasSize(1);
        at(61, "Started", null, "CablePluggedIn", "");
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getLast().isOpen()).isTrue();
    }

    @Test
    void a_token_for_some_evses_is_judged_by_the_evse_that_the_session_named() {
        var place = new Token.Place("CP-7", List.of(2));
        site.tokens.create(
                1, new Token("SOME", "ISO14443", null, false, null, 0, List.of(place), null, null, null, null));
        site.event("T1", "Started", 0, "CablePluggedIn", "'evse':{'id':3}");
        assertThat(status("T1", "SOME", "")).isEqualTo(AuthorizationStatus.NotAtThisLocation);
        assertThat(status("T2", "SOME", ",'evse':{'id':3}")).isEqualTo(AuthorizationStatus.NotAtThisLocation);
        assertThat(status("T3", "SOME", ",'evse':{'id':2}")).isEqualTo(AuthorizationStatus.Accepted);
    }

    private AuthorizationStatus status(String transaction, String value, String more) {
        return site.event(transaction, "Updated", 1, "Authorized", "'idToken':{'idToken':'%s','type':'ISO14443'}".formatted(value) + more)
                .idTokenInfo()
                .status();
    }
}
