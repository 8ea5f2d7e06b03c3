package org.ohmstead.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.customers.ocpp2.NotifyCustomerInformation2;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v2.CustomerInformation.CustomerInformationStatus;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** What a station is asked about a customer, and tells. */
class CustomerInformationTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final CustomerBody.Token CARD = new CustomerBody.Token("CARD-1", "ISO14443");

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final SqlCustomerStore store;
        final CustomerInformationResource resource;
        final NotifyCustomerInformation2 notify;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            store = new SqlCustomerStore(stations.database, stations.commits);
            CustomerReports reports = new CustomerReports(store, new Outbox(stations.clock));
            Verbs verbs = TestCommands.verbs(stations, () -> List.of(reports));
            resource = new CustomerInformationResource(
                    store, verbs, stations.stations, CurrentActor.of(Actor.LOCAL), stations.audit);
            notify = new NotifyCustomerInformation2(reports);
        }

        ScriptedLink says(CustomerInformationStatus status) {
            ScriptedLink link = new ScriptedLink(
                    cp7,
                    OcppVersion.V201,
                    call -> new Outcome.Answered<>(
                            new org.ohmstead.ocpp.v2.CustomerInformation.Response(status),
                            Duration.ofMillis(5),
                            List.of()));
            stations.links.put(link);
            return link;
        }

        VerbView asks(CustomerBody body) {
            return (VerbView) resource.request("CP-7", SendOptions.USUAL, body).getEntity();
        }

        void tells(int request, int seqNo, boolean more, String data) {
            notify.handle(
                    stations.caller(cp7, OcppVersion.V201),
                    new NotifyCustomerInformation.Request(data, seqNo, stations.clock.instant(), request, more));
        }

        List<CustomerInformation> all() {
            return resource.list("CP-7", null, null).items();
        }

        CustomerInformationResource.Report report(long id) {
            return resource.get("CP-7", Long.toString(id));
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_report_is_put_together_from_pages_out_of_order_and_doubled(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.says(CustomerInformationStatus.Accepted);
            assertThat(world.asks(new CustomerBody(CARD, null, null, true, null))
                            .status())
                    .isEqualTo("Accepted");
            var sent = (org.ohmstead.ocpp.v2.CustomerInformation.Request) link.sent.getFirst();
            assertThat(sent.idToken().idToken()).isEqualTo("CARD-1");
            assertThat(sent.report()).isTrue();
            assertThat(sent.clear()).isFalse();
            world.tells(sent.requestId(), 1, false, "two");
            CustomerInformation asked = world.all().getFirst();
            assertThat(asked.token()).isEqualTo("CARD-1");
            assertThat(asked.subject()).isEqualTo("token");
            assertThat(world.report(asked.id()).complete()).isFalse();
            world.tells(sent.requestId(), 0, true, "one, ");
            world.tells(sent.requestId(), 0, true, "one, ");
            assertThat(world.report(asked.id()).complete()).isTrue();
            assertThat(world.report(asked.id()).text()).isEqualTo("one, two");
            assertThat(world.report(asked.id()).pages()).isEqualTo(2);
            assertThat(world.stations.events("customer-information.cleared")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_station_erases_is_told_with_the_token_and_only_if_it_agrees(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.says(CustomerInformationStatus.Rejected);
            world.asks(new CustomerBody(CARD, null, null, null, true));
            assertThat(world.stations.events("customer-information.cleared")).isEmpty();
            world.says(CustomerInformationStatus.Accepted);
            world.asks(new CustomerBody(CARD, null, null, null, true));
            assertThat(world.stations.events("customer-information.cleared"))
                    .singleElement()
                    .asString()
                    .contains("\"token\":\"CARD-1\"", "\"tokenType\":\"ISO14443\"", "\"identity\":\"CP-7\"");
            assertThat(world.all()).extracting(CustomerInformation::status).containsExactly("Accepted", "Rejected");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void pages_that_nobody_asked_for_are_kept_and_all_goes_soon_or_by_hand(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.tells(77, 0, false, "of its own accord");
            CustomerInformation told = world.all().getFirst();
            assertThat(told.command()).isNull();
            assertThat(world.report(told.id()).text()).isEqualTo("of its own accord");
            world.resource.remove("CP-7", Long.toString(told.id()));
            assertThat(world.all()).isEmpty();
            assertThat(RecordedLines.last(1, world.stations.database, world.stations.commits))
                    .singleElement()
                    .asString()
                    .contains("customer-information CP-7/" + told.id() + " deleted")
                    .doesNotContain("accord");
            world.tells(78, 0, false, "again");
            Clock later = Clock.fixed(world.stations.clock.instant().plus(Duration.ofDays(8)), ZoneOffset.UTC);
            new CustomerRetention(world.store, CustomerSettings.defaults(), later)
                    .recurringJobs()
                    .forEach(job -> job.work().run());
            assertThat(world.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_identifier_of_a_vendor_is_kept_nowhere(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.says(CustomerInformationStatus.Accepted);
            world.asks(new CustomerBody(null, null, "anna@example.org", true, true));
            var sent = (org.ohmstead.ocpp.v2.CustomerInformation.Request) link.sent.getFirst();
            assertThat(sent.customerIdentifier()).isEqualTo("anna@example.org");
            assertThat(world.all().getFirst().subject()).isEqualTo("identifier");
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anySatisfy(line -> assertThat(line).contains("CustomerInformation"))
                    .allSatisfy(line -> assertThat(line).doesNotContain("anna@example.org"));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_customer_is_named_in_one_way_and_something_is_to_be_done(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(refused(world, null)).isEqualTo("token");
            assertThat(refused(world, new CustomerBody(CARD, null, "x", true, null)))
                    .isEqualTo("token");
            assertThat(refused(world, new CustomerBody(CARD, null, null, null, false)))
                    .isEqualTo("report");
            assertThat(refused(world, new CustomerBody(null, null, "x".repeat(65), true, null)))
                    .isEqualTo("identifier");
            assertThat(refused(
                            world,
                            new CustomerBody(
                                    null, new CustomerBody.Certificate("MD5", "aa", "bb", "01"), null, true, null)))
                    .isEqualTo("certificate.hashAlgorithm");
            assertThat(world.all()).isEmpty();
        }
    }

    private static String refused(World world, CustomerBody body) {
        Refused refusal = catchThrowableOfType(Refused.class, () -> world.asks(body));
        assertThat(refusal).isNotNull();
        return refusal.field();
    }
}
