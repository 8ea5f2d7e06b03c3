package org.ohmstead.stations.securityprofiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.BootFacts;
import org.ohmstead.stations.FakeLink;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.securityprofiles.Contact.Certificate;
import org.ohmstead.stations.securityprofiles.SecurityProfiles.Decision;

/** A connection is judged by what it came in with, and not by what was decided or has come since. */
class ContactOfConnectionTest {
    private static final TestSigner ROOT = TestSigner.root("CN=Root, O=Acme");
    private static final X509Certificate FIRST = ROOT.station("CN=SN1, O=Acme");
    private static final X509Certificate OTHER = ROOT.station("CN=SN2, O=Acme");

    /** Of the links and callers of {@link TestStations}. */
    private static final long CONNECTION = 1;

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_operator_who_takes_the_binding_back_turns_away_nobody_who_is_connected(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationRef cp7 = world.station("CP-7");
            world.security.connected(cp7, contact(FIRST, "SN1"));
            FakeLink link = world.connect(cp7, OcppVersion.V201);
            world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(null, false, false, null));
            assertThat(world.security.of(cp7).last()).isEqualTo(contact(FIRST, "SN1"));
            assertThat(boots(world, cp7, "SN1")).isEqualTo(Registration.ACCEPTED);
            assertThat(link.closedWith).isNull();
            assertThat(world.events("station.certificate-mismatched")).isEmpty();
        }
    }

    @Test
    void a_boot_is_held_against_the_certificate_of_its_own_connection() {
        try (TestStations world = new TestStations()) {
            StationRef cp7 = world.station("CP-7");
            world.connect(cp7, OcppVersion.V201);
            world.security.connected(cp7, contact(FIRST, "SN1"));
            world.security.opened(CONNECTION, contact(FIRST, "SN1"), List.of(FIRST));
            world.security.connected(cp7, contact(OTHER, "SN2"));
            world.security.opened(CONNECTION + 1, contact(OTHER, "SN2"), List.of(OTHER));
            assertThat(boots(world, cp7, "SN1")).isEqualTo(Registration.ACCEPTED);
            assertThat(boots(world, cp7, "SN2")).isEqualTo(Registration.REJECTED);
        }
    }

    @Test
    void a_connection_ends_when_the_certificate_is_revoked_that_it_stands_on() {
        try (TestStations world = new TestStations()) {
            StationRef cp7 = world.station("CP-7");
            FakeLink link = world.connect(cp7, OcppVersion.V201);
            RevokedLinks revoked = new RevokedLinks(world.security, world.links);
            world.security.opened(CONNECTION, contact(FIRST, "SN1"), List.of(FIRST));
            revoked.on(event(world, cp7, OTHER));
            assertThat(link.closedWith).as("of another certificate").isNull();
            revoked.on(event(world, cp7, FIRST));
            assertThat(link.closedWith).isEqualTo(1008);
        }
    }

    @Test
    void one_that_came_by_password_stays_when_a_certificate_of_its_station_is_revoked() {
        try (TestStations world = new TestStations()) {
            StationRef cp7 = world.station("CP-7");
            FakeLink link = world.connect(cp7, OcppVersion.V201);
            world.security.opened(CONNECTION, Contact.secret(2, Proof.PASSWORD, null), List.of(FIRST));
            new RevokedLinks(world.security, world.links).on(event(world, cp7, FIRST));
            assertThat(link.closedWith).isNull();
        }
    }

    private static StoredEvent event(TestStations world, StationRef station, X509Certificate certificate) {
        return new StoredEvent(
                1,
                station.tenant(),
                "certificate.revoked",
                station.id(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("identity", station.identity())
                        .put("serialNumber", certificate.getSerialNumber().toString(16)),
                world.clock.instant());
    }

    private static Contact contact(X509Certificate own, String commonName) {
        return new Contact(
                3,
                Proof.CERTIFICATE,
                true,
                null,
                new Certificate(
                        own.getSubjectX500Principal().getName(),
                        commonName,
                        own.getNotAfter().toInstant()));
    }

    private static Registration boots(TestStations world, StationRef station, @Nullable String serial) {
        return world.boots
                .boot(
                        world.caller(station, OcppVersion.V201),
                        new BootFacts("Acme", "One", serial, "1", null, null, null, null, null))
                .status();
    }
}
