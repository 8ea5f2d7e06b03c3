package org.ohmstead.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.payme.PaymeGateway;

/** Accounts at providers: set, changed, removed, and whose they are. */
class AccountsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static TestPayments world(TestDatabases.Kind kind) {
        TestPayments world = new TestPayments(kind.open());
        world.use(new PaymeGateway(new SqlProviderTransactions(world.stations.database), world.changes));
        return world;
    }

    private static ObjectNode patch() {
        return JsonNodeFactory.instance.objectNode();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void secrets_that_are_not_sent_stay_and_what_is_needed_cannot_be_taken_away(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Account made = world.account("payme", "test", "desk", null, null, null, "s1", null);
            String id = Long.toString(made.id());
            world.gatewayResource.change(id, patch().put("merchantId", "other"));
            Account now = world.accounts.get(Actor.LOCAL.scope(), made.id());
            assertThat(now.key(AccountKey.MERCHANT_ID)).isEqualTo("other");
            assertThat(now.key(AccountKey.SECRET_KEY)).isEqualTo("s1");
            world.gatewayResource.change(id, patch().put("secretKey", "s2").put("enabled", false));
            now = world.accounts.get(Actor.LOCAL.scope(), made.id());
            assertThat(now.key(AccountKey.SECRET_KEY)).isEqualTo("s2");
            refused("gateway", () -> world.pay("payme", "100", "UZS"));
            refused("merchantId", () -> world.gatewayResource.change(id, patch().putNull("merchantId")));
            refused("secretKey", () -> world.gatewayResource.change(id, patch().put("secretKey", "a b")));
            refused("mode", () -> world.gatewayResource.change(id, patch().put("mode", "live")));
            refused("gateway", () -> world.account("payme", "test", "desk", null, null, null, "s1", null));
            refused("mode", () -> world.account("test", "live", null, null, null, null, null, null));
            refused("mode", () -> world.account("payme", "demo", "desk", null, null, null, "s1", null));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_was_paid_with_stays_and_others_do_not_see_it(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Account used = world.account("test");
            world.pay("test", "25.00", "EUR");
            refused(null, () -> world.gatewayResource.delete("" + used.id()));
            Account unused = world.account("invoice");
            world.gatewayResource.delete("" + unused.id());
            assertThat(world.gatewayResource.list(null, null).items()).hasSize(1);
            assertThatThrownBy(() -> world.accounts.get(Actor.server(2, "x").scope(), used.id()))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void currencies_that_a_provider_does_not_take_are_refused_before_anything_is_kept(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            world.account("payme", "test", "desk", null, null, null, "s1", null);
            refused("currency", () -> world.pay("payme", "100", "EUR"));
            refused("gateway", () -> world.pay("gold", "100", "EUR"));
            assertThat(world.resource
                            .list(null, null, null, null, null, null, null, null)
                            .items())
                    .isEmpty();
        }
    }

    private static void refused(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.field())
                .isEqualTo(field));
    }
}
