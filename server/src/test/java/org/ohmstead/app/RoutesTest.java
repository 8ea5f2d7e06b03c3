package org.ohmstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.stations.Caller;

/** No action that a station may send is answered NotImplemented or NotSupported. */
class RoutesTest {
    /** Which handler it is does not matter here. */
    private static final Handlers NONE = new Handlers() {
        @Override
        @SuppressWarnings("NullAway")
        public <T> T get(Class<T> type) {
            return null;
        }
    };

    @Test
    void every_action_of_a_1_6_station_is_routed() {
        assertServed(Ocpp16Routes.v16(NONE).build());
    }

    @Test
    void every_action_of_a_2_0_1_station_is_routed() {
        assertServed(Ocpp2Routes.v201(NONE).build());
    }

    @Test
    void every_action_of_a_2_1_station_is_routed() {
        assertServed(Ocpp2Routes.v21(NONE).build());
    }

    private static void assertServed(Routes<Caller> routes) {
        OcppVersion version = routes.version();
        List<String> expected = Catalogue.of(version).stream()
                .filter(action -> action.direction().fromStation())
                .map(Action::name)
                .toList();
        assertThat(routes.actions()).containsExactlyInAnyOrderElementsOf(expected);
    }
}
