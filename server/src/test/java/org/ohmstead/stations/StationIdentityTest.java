package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.stations.TestStations.TENANT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** Which identities there may be, and what becomes of unknown ones. */
class StationIdentityTest {
    @ParameterizedTest // field note 6: identities with blanks and colons exist
    @ValueSource(strings = {"AA:BB:CC:00:11:22", "Säule 7", "a/b", "SITE|07"})
    void odd_identities_are_registered_and_warned_of_when_2_x_does_not_allow_them(String identity) {
        try (TestStations slice = new TestStations()) {
            StationRef ref = slice.station(identity);
            assertThat(slice.stations.find(Scope.tenant(TENANT), identity)).isPresent();
            List<String> warnings = Identities.warnings(ref.identity());
            assertThat(warnings).hasSize(identity.equals("SITE|07") ? 0 : 1);
        }
    }

    @Test
    void identities_that_nobody_could_use_are_refused() {
        try (TestStations slice = new TestStations()) {
            List<String> bad = List.of(
                    "",
                    "  ",
                    " CP",
                    "CP\n7",
                    "x".repeat(256),
                    ".",
                    "..",
                    "../CP-7",
                    "a/../b",
                    "a\\..",
                    "%2e%2E",
                    "%252e%252e",
                    "a%2F..",
                    "CP%00",
                    "CP\u200b7",
                    "CP\u202e7",
                    "CP\u2028",
                    "\ud800x");
            for (String one : bad) {
                assertThatThrownBy(() -> slice.station(one)).as(one).isInstanceOfSatisfying(Refused.class, problem -> {
                    assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
                    assertThat(problem.field()).isEqualTo("identity");
                });
            }
            assertThat(Identities.warnings(slice.station("x".repeat(255)).identity()))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "..a", "a..", ".hidden", "a/.b/c..", "100%", "50%25", "😀"})
    void dots_and_percent_signs_that_mean_nothing_in_a_url_are_allowed(String identity) {
        try (TestStations slice = new TestStations()) {
            assertThat(slice.station(identity).identity()).isEqualTo(identity);
        }
    }

    @Test
    void an_identity_that_was_copied_encoded_is_warned_of() {
        assertThat(Identities.warnings("SITE%7C07").getFirst()).contains("percent-encoded", "'SITE|07'");
    }

    @Test
    void an_unknown_identity_is_turned_away_unless_the_policy_says_otherwise() {
        try (TestStations slice = new TestStations()) {
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "new", null)).isEmpty();
            assertThat(slice.stations.find(Scope.tenant(TENANT), "new")).isEmpty();
            slice.station("old");
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "OLD", null)).isPresent();
        }
        ProvisioningSettings pending = ProvisioningSettings.defaults().withUnknownStations(UnknownStations.PENDING, 10);
        try (TestStations slice = new TestStations(pending)) {
            assertThat(slice.stations
                            .knock(Scope.tenant(TENANT), "new", null)
                            .orElseThrow()
                            .admission())
                    .isEqualTo(Admission.PENDING);
            assertThat(slice.stations.knock(Scope.tenant(TENANT), " bad ", null))
                    .isEmpty();
        }
        ProvisioningSettings accept = ProvisioningSettings.defaults().withUnknownStations(UnknownStations.ACCEPT, 10);
        try (TestStations slice = new TestStations(accept)) {
            assertThat(slice.stations
                            .knock(Scope.tenant(TENANT), "new", null)
                            .orElseThrow()
                            .admission())
                    .isEqualTo(Admission.ACCEPTED);
        }
    }

    @Test // field note 137
    void nobody_fills_the_register_with_invented_identities() {
        ProvisioningSettings two = ProvisioningSettings.defaults().withUnknownStations(UnknownStations.PENDING, 2);
        try (TestStations slice = new TestStations(two)) {
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "a", null)).isPresent();
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "b", null)).isPresent();
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "c", null)).isEmpty();
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "a", null)).isPresent();
            slice.clock.advance(Duration.ofMinutes(61));
            assertThat(slice.stations.knock(Scope.tenant(TENANT), "c", null)).isPresent();
        }
    }
}
