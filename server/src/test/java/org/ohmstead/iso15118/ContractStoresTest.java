package org.ohmstead.iso15118;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.iso15118.requests.CertificateRequestView;
import org.ohmstead.iso15118.requests.CertificateRequests.Outcome;
import org.ohmstead.iso15118.roots.ContractRootBody;
import org.ohmstead.iso15118.roots.ContractRootView;
import org.ohmstead.ocpp.OcppVersion;

class ContractStoresTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void authorities_are_added_once_for_each_use_listed_and_removed(TestDatabases.Kind kind) {
        try (ContractWorld world = new ContractWorld(kind.open())) {
            TestPki root = TestPki.root("Root");
            ContractRootView mo = world.trust("mo", root);
            ContractRootView v2g = world.trust("V2G", root);
            assertThatThrownBy(() -> world.trust("mo", root))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("already");
            assertThat(world.roots.list(null, null, null).items()).containsExactly(mo, v2g);
            assertThat(world.roots.list("mo", null, null).items()).containsExactly(mo);
            var first = world.roots.list(null, "1", null);
            assertThat(world.roots.list(null, "1", first.next()).items()).containsExactly(v2g);
            assertThat(world.roots.get("" + mo.id())).isEqualTo(mo);
            assertThat(mo.subject()).isEqualTo("CN=Root");
            world.roots.remove("" + mo.id());
            assertThat(world.roots.list(null, null, null).items()).containsExactly(v2g);
            assertThatThrownBy(() -> world.roots.remove("" + mo.id())).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> world.roots.get("" + mo.id())).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_no_authority_is_not_trusted(TestDatabases.Kind kind) {
        try (ContractWorld world = new ContractWorld(kind.open())) {
            TestPki root = TestPki.root("Root");
            world.site.pass(Duration.ofDays(1));
            for (String pem : List.of(
                    "",
                    "PEM",
                    root.leaf("x").pem(),
                    root.pem() + root.pem(),
                    root.pem() + "-----BEGIN PRIVATE KEY-----",
                    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")) {
                assertThatThrownBy(() -> world.roots.add(new ContractRootBody("mo", pem, null)))
                        .isInstanceOf(Refused.class)
                        .hasMessageContaining("certificate");
            }
            assertThatThrownBy(() -> world.roots.add(new ContractRootBody("csms", root.pem(), null)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> world.roots.add(null)).isInstanceOf(Refused.class);
            world.site.pass(Duration.ofDays(900));
            assertThatThrownBy(() -> world.trust("mo", root))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_let_pass_is_nothing_until_somebody_says_so_and_can_be_taken_back(TestDatabases.Kind kind) {
        try (ContractWorld world = new ContractWorld(kind.open())) {
            assertThat(world.leniency.get().warning()).isNull();
            world.lenient(true, false, true);
            assertThat(world.leniency.get().withoutOcsp()).isTrue();
            assertThat(world.leniency.get().expired()).isFalse();
            assertThat(world.leniency.get().warning())
                    .contains("no responder need answer", "their root need not be known")
                    .doesNotContain("expired");
            world.lenient(false, false, false);
            assertThat(world.leniency.get().warning()).isNull();
            assertThatThrownBy(() -> world.leniency.set(null)).isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void questions_are_kept_the_newest_first_until_they_are_too_old(TestDatabases.Kind kind) {
        try (ContractWorld world = new ContractWorld(kind.open())) {
            keep(world, "Authorize", "Accepted");
            world.site.pass(Duration.ofDays(20));
            keep(world, "GetCertificateStatus", "Failed");
            assertThat(list(world, null, null))
                    .extracting(CertificateRequestView::action)
                    .containsExactly("GetCertificateStatus", "Authorize");
            assertThat(list(world, "Authorize", null)).hasSize(1);
            assertThat(list(world, null, "failed"))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.station()).isEqualTo("CP-7"))
                    .satisfies(kept -> assertThat(kept.reason()).hasSize(500))
                    .satisfies(kept -> assertThat(kept.answerSize()).isEqualTo(12));
            assertThat(world.asked
                            .list(null, null, null, "2026-03-02T00:00:00Z", null, null, null)
                            .items())
                    .hasSize(1);
            var first = world.asked.list(null, null, null, null, null, "1", null);
            assertThat(world.asked
                            .list(null, null, null, null, null, "1", first.next())
                            .items())
                    .extracting(CertificateRequestView::action)
                    .containsExactly("Authorize");
            world.site.pass(Duration.ofDays(11));
            world.requests.recurringJobs().forEach(job -> job.work().run());
            assertThat(list(world, null, null))
                    .extracting(CertificateRequestView::action)
                    .containsExactly("GetCertificateStatus");
        }
    }

    private static void keep(ContractWorld world, String action, String outcome) {
        world.requests.keep(
                world.site.caller(OcppVersion.V201), action, "abc", new Outcome(outcome, "x".repeat(600), "host", 12));
    }

    private static List<CertificateRequestView> list(ContractWorld world, String action, String outcome) {
        return world.asked.list(null, action, outcome, null, null, null, null).items();
    }
}
