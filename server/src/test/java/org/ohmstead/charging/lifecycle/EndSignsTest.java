package org.ohmstead.charging.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.availability.ConnectorReport;

/** Which connectors, in which states, tell that a session is over. */
class EndSignsTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private @Nullable EndSign sign(long number) {
        return site.session(number).ending().sign();
    }

    private void status(int evse, int connector, String status) {
        site.connectors.report(
                site.caller(CP7, OcppVersion.V201, List.of()), ConnectorReport.of(evse, connector, status, null));
    }

    @Test
    void a_session_that_named_no_connector_is_over_behind_a_boot_when_none_is_in_use() {
        long number = site.start(0, "KNOWN", 1000, 0);
        site.status(1, "Available");
        site.status(2, "Available");
        assertThat(sign(number)).as("nobody knows where it runs").isNull();
        site.boot(CP7);
        site.status(2, "Charging");
        assertThat(sign(number)).isNull();
        site.status(2, "Available");
        assertThat(sign(number).by()).isEqualTo(ClosedBy.REBOOT);
    }

    @Test
    void of_an_evse_with_two_connectors_that_of_the_session_counts() {
        status(1, 1, "Occupied");
        site.event("Started", 0, "CablePluggedIn", "'evse':{'id':1,'connectorId':2}");
        long number = site.session().id();
        status(1, 1, "Available");
        assertThat(sign(number)).isNull();
        status(1, 1, "Occupied");
        status(1, 2, "Available");
        assertThat(sign(number).by()).isEqualTo(ClosedBy.CONNECTOR_FREE);
    }

    @Test
    void a_connector_that_is_neither_free_nor_waiting_says_nothing_behind_a_boot() {
        long number = site.start("KNOWN", 1000, 0);
        site.boot(CP7);
        site.status(1, "Finishing");
        assertThat(sign(number)).isNull();
        site.status(1, "Faulted");
        assertThat(sign(number)).isNull();
        site.status(1, "Preparing");
        assertThat(sign(number).by()).isEqualTo(ClosedBy.REBOOT);
    }

    @Test
    void a_connector_that_charges_says_nothing_about_a_session_that_a_newer_one_follows() {
        site.event("OLD", "Started", 0, "Authorized", "'idToken':{'idToken':'FRIEND','type':'ISO14443'}");
        long old = site.session().id();
        site.event("NEW", "Started", 1, "CablePluggedIn", "'evse':{'id':1,'connectorId':1}");
        assertThat(sign(old).by()).isEqualTo(ClosedBy.SUPERSEDED);
        site.status(1, "Charging");
        assertThat(sign(old).by()).isEqualTo(ClosedBy.SUPERSEDED);
    }

    @Test
    void a_refused_session_is_over_from_the_first_time_that_its_connector_is_free() {
        long number = site.start("BLOCKED", 1000, 0);
        assertThat(sign(number).freeAt()).as("it waits for its stop").isAfter(site.now);
        site.now = at(1);
        site.status(1, "Available");
        assertThat(sign(number)).isEqualTo(new EndSign(ClosedBy.REFUSED, at(1), at(1)));
        site.now = at(2);
        site.status(1, "Reserved");
        assertThat(sign(number).at()).isEqualTo(at(1));
    }
}
