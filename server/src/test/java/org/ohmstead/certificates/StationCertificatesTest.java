package org.ohmstead.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.db.Database;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.GetInstalledCertificateIds.GetInstalledCertificateStatus;
import org.ohmstead.ocpp.v2.CertificateHashData;
import org.ohmstead.ocpp.v2.CertificateSigned;
import org.ohmstead.ocpp.v2.CertificateSigned.CertificateSignedStatus;
import org.ohmstead.ocpp.v2.CertificateSigningUse;
import org.ohmstead.ocpp.v2.DeleteCertificate;
import org.ohmstead.ocpp.v2.DeleteCertificate.DeleteCertificateStatus;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds.CertificateHashDataChain;
import org.ohmstead.ocpp.v2.GetInstalledCertificateIds.GetCertificateIdUse;
import org.ohmstead.ocpp.v2.HashAlgorithm;
import org.ohmstead.ocpp.v2.InstallCertificate;
import org.ohmstead.ocpp.v2.InstallCertificate.InstallCertificateStatus;
import org.ohmstead.ocpp.v2.InstallCertificate.InstallCertificateUse;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

class StationCertificatesTest {
    /** As {@code openssl ocsp -issuer root.pem -cert root.pem -sha256 -req_text} tells them. */
    private static final HashData ROOT_256 = new HashData(
            "SHA256",
            "c9d9b630de740460317c1807606a57885bf579619ecc4f2bf197dc1c08107a5a",
            "fa3cf2364e7542c5b211a231f0b5082b32d1897704266cf7fc66ee035b052daf",
            "ab12cd");

    private static final CertificateHashData ROOT_384 = new CertificateHashData(
            HashAlgorithm.SHA384,
            "239B7D08EB499026E15CF1A00550693D6EBF7453089977C002AEDA95CFA0DD2130790AA2D8061000F1127DEF686E3221",
            "184E0A4616F551160B18C30E5E22695B924B273BA708A2B5A65ACF42D22F1035243DF31877FD2150A4D52DB2390F695B",
            "00AB12CD");

    private static final CertificateHashData STRANGE = new CertificateHashData(HashAlgorithm.SHA256, "aa", "bb", "1");

    private static final SendOptions USUAL = SendOptions.USUAL;

    /** The slice over a database, and one station. */
    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final CertificateResource resource;

        World(Database database) {
            stations = new TestStations(database);
            cp7 = stations.station("CP-7");
            SqlCertificateStore store = new SqlCertificateStore(stations.database, new Outbox(stations.clock));
            CommandListener listener = new CertificateCommands(store, stations.clock);
            resource = new CertificateResource(
                    new StationCertificates(
                            store, TestCommands.verbs(stations, () -> List.of(listener)), stations.clock),
                    stations.stations,
                    CurrentActor.of(Actor.LOCAL));
        }

        ScriptedLink says(OcppVersion version, Function<OcppCall<?>, OcppResult> answer) {
            ScriptedLink link = new ScriptedLink(
                    cp7, version, call -> new Outcome.Answered<>(answer.apply(call), Duration.ofMillis(5), List.of()));
            stations.links.put(link);
            return link;
        }

        VerbView install(String use, @Nullable String pem) {
            return (VerbView)
                    resource.install("CP-7", USUAL, new InstallBody(use, pem)).getEntity();
        }

        List<CertificateView> all() {
            return resource.list("CP-7", null, null).items();
        }

        /** {@code csmsRoot CN=Example Root,O=Example local reported}. */
        List<String> shown() {
            return all().stream()
                    .map(one -> one.use() + " " + one.subject() + " " + one.installedBy()
                            + (one.reportedAt() == null ? "" : " reported"))
                    .toList();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static String pem(String name) {
        try (InputStream in = StationCertificatesTest.class.getResourceAsStream("/certificates/" + name + ".pem")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static InstallCertificate.Response installed(InstallCertificateStatus status) {
        return new InstallCertificate.Response(status);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_installed_is_listed_with_what_it_is_and_its_hashes(TestDatabases.Kind kind) {
        try (World world = new World(kind.open())) {
            ScriptedLink link = world.says(V201, call -> installed(InstallCertificateStatus.Accepted));
            assertThat(world.install("csmsRoot", "Subject: ...\n" + pem("root")).status())
                    .isEqualTo("Accepted");
            assertThat(link.sent)
                    .containsExactly(
                            new InstallCertificate.Request(InstallCertificateUse.CSMSRootCertificate, pem("root")));
            CertificateView one = world.all().getFirst();
            assertThat(one.hashes()).isEqualTo(ROOT_256);
            assertThat(one.subject()).isEqualTo("CN=Example Root,O=Example");
            assertThat(one.validUntil()).hasToString("2126-11-06T23:24:23Z");
            assertThat(one.pem()).isNull();
            assertThat(world.resource.get("CP-7", Long.toString(one.id())).pem())
                    .isEqualTo(pem("root"));
            world.install("csmsRoot", pem("root"));
            assertThat(world.all()).as("once").hasSize(1);
            assertThat(world.stations.events("certificate.installed"))
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("\"use\":\"csmsRoot\"")
                    .contains("ab12cd");
        }
    }

    @Test
    void what_the_station_does_not_take_is_not_listed() {
        try (World world = new World(TestDatabases.sqlite())) {
            world.says(V201, call -> installed(InstallCertificateStatus.Rejected));
            assertThat(world.install("manufacturerRoot", pem("root")).status()).isEqualTo("Rejected");
            assertThat(world.all()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_stations_list_takes_the_place_of_ours_and_keeps_what_is_known_of_each(TestDatabases.Kind kind) {
        try (World world = new World(kind.open())) {
            world.says(V201, call -> installed(InstallCertificateStatus.Accepted));
            world.install("csmsRoot", pem("root"));
            world.install("v2gRoot", pem("root"));
            ScriptedLink link = world.says(
                    V201,
                    call -> new GetInstalledCertificateIds.Response(
                            GetInstalledCertificateIds.GetInstalledCertificateStatus.Accepted,
                            null,
                            List.of(
                                    new CertificateHashDataChain(ROOT_384, GetCertificateIdUse.CSMSRootCertificate),
                                    new CertificateHashDataChain(
                                            STRANGE, GetCertificateIdUse.V2GCertificateChain, List.of(STRANGE)))));
            assertThat(world.resource.list("CP-7", null, null).listedAt()).isNull();
            world.resource.refresh("CP-7", USUAL);
            assertThat(link.sent).containsExactly(new GetInstalledCertificateIds.Request());
            assertThat(world.shown())
                    .containsExactly(
                            "csmsRoot CN=Example Root,O=Example local reported", "v2gChain null null reported");
            assertThat(world.all().getFirst().hashes().hashAlgorithm()).isEqualTo("SHA384");
            assertThat(world.all().getLast().children()).hasSize(1);
            assertThat(world.resource.list("CP-7", null, null).listedAt()).isNotNull();
            assertThat(world.stations.events("certificate.listed"))
                    .singleElement()
                    .asString()
                    .contains("\"count\":2,\"added\":1,\"gone\":1");
        }
    }

    @Test
    void one_is_deleted_in_the_algorithm_that_the_station_has_listed_it_with_and_our_record_with_it() {
        try (World world = new World(TestDatabases.sqlite())) {
            world.says(
                    V201,
                    call -> new GetInstalledCertificateIds.Response(
                            GetInstalledCertificateIds.GetInstalledCertificateStatus.Accepted,
                            null,
                            List.of(
                                    new CertificateHashDataChain(ROOT_384, GetCertificateIdUse.CSMSRootCertificate),
                                    new CertificateHashDataChain(STRANGE, GetCertificateIdUse.MORootCertificate))));
            world.resource.refresh("CP-7", USUAL);
            String id = Long.toString(world.all().getFirst().id());
            world.says(V201, call -> new DeleteCertificate.Response(DeleteCertificateStatus.Failed));
            world.resource.delete("CP-7", id, USUAL);
            assertThat(world.all()).as("it has not done it").hasSize(2);
            ScriptedLink link =
                    world.says(V201, call -> new DeleteCertificate.Response(DeleteCertificateStatus.Accepted));
            world.resource.delete("CP-7", id, USUAL);
            assertThat(link.sent).containsExactly(new DeleteCertificate.Request(ROOT_384));
            assertThat(world.shown()).containsExactly("moRoot null null reported");
            assertThat(catchThrowableOfType(Refused.class, () -> world.resource.delete("CP-7", id, USUAL))
                            .kind())
                    .isEqualTo(Refused.Kind.NOT_FOUND);
            world.says(V201, call -> new DeleteCertificate.Response(DeleteCertificateStatus.NotFound));
            world.resource.deleteByHash("CP-7", "sha256", "AA", "BB", "1", USUAL);
            assertThat(world.all()).as("it has none").isEmpty();
            assertThat(world.stations.events("certificate.deleted")).hasSize(2);
        }
    }

    @Test
    void a_station_of_1_6_is_asked_for_each_use_and_one_without_any_has_none() {
        try (World world = new World(TestDatabases.sqlite())) {
            world.says(
                    V16,
                    call -> new org.ohmstead.ocpp.v16.InstallCertificate.Response(
                            org.ohmstead.ocpp.v16.InstallCertificate.InstallCertificateStatus.Accepted));
            world.install("csmsRoot", pem("root"));
            world.install("manufacturerRoot", pem("sub"));
            assertThat(catchThrowableOfType(
                                    Refused.class,
                                    () -> world.resource.delete(
                                            "CP-7",
                                            Long.toString(world.all().getLast().id()),
                                            USUAL))
                            .detail())
                    .as("its issuer is not known")
                    .contains("/certificates/refresh");
            ScriptedLink link = world.says(
                    V16,
                    call -> call.toString().contains("Manufacturer")
                            ? new org.ohmstead.ocpp.v16.GetInstalledCertificateIds.Response(
                                    GetInstalledCertificateStatus.Accepted,
                                    List.of(new org.ohmstead.ocpp.v16.CertificateHashData(
                                            org.ohmstead.ocpp.v16.HashAlgorithm.SHA256,
                                            ROOT_256.issuerNameHash(),
                                            ROOT_256.issuerKeyHash(),
                                            "77")))
                            : new org.ohmstead.ocpp.v16.GetInstalledCertificateIds.Response(
                                    GetInstalledCertificateStatus.NotFound));
            world.resource.refresh("CP-7", USUAL);
            assertThat(link.sent).hasSize(2);
            assertThat(world.shown()).containsExactly("manufacturerRoot CN=Example Sub CA,O=Example local reported");
            assertThat(world.all().getFirst().hashes().issuerKeyHash()).isEqualTo(ROOT_256.issuerKeyHash());
        }
    }

    @Test
    void a_signed_certificate_goes_with_those_that_have_signed_it() {
        try (World world = new World(TestDatabases.sqlite())) {
            ScriptedLink link =
                    world.says(V21, call -> new CertificateSigned.Response(CertificateSignedStatus.Accepted));
            world.resource.signed("CP-7", USUAL, new SignedBody(pem("leaf") + pem("sub"), "v2g20", 17));
            assertThat(link.sent)
                    .containsExactly(new CertificateSigned.Request(
                            pem("leaf") + pem("sub"), CertificateSigningUse.V2G20Certificate, 17));
            assertThat(world.stations.events("certificate.signed"))
                    .singleElement()
                    .asString()
                    .contains("\"accepted\":true")
                    .contains("CN=CP-7");
            assertThat(signed(world, pem("sub") + pem("leaf"), null, null).detail())
                    .contains("was issued by");
            assertThat(signed(world, pem("sub") + pem("root"), null, null).detail())
                    .contains("is a root");
            assertThat(signed(world, pem("leaf"), "home", null).field()).isEqualTo("signedFor");
            world.says(V201, call -> new CertificateSigned.Response(CertificateSignedStatus.Accepted));
            assertThat(signed(world, pem("leaf"), null, 17).field()).isEqualTo("requestId");
            assertThat(signed(world, pem("leaf"), "v2g20", null).field()).isEqualTo("signedFor");
        }
    }

    private static Refused signed(World world, String chain, @Nullable String signedFor, @Nullable Integer request) {
        return catchThrowableOfType(
                Refused.class, () -> world.resource.signed("CP-7", USUAL, new SignedBody(chain, signedFor, request)));
    }

    @Test
    void what_is_no_certificate_is_refused_and_said_why() {
        try (World world = new World(TestDatabases.sqlite())) {
            ScriptedLink link = world.says(V16, call -> installed(InstallCertificateStatus.Accepted));
            assertThat(refused(world, "csmsRoot", null).detail()).contains("is missing");
            assertThat(refused(world, "csmsRoot", "hello").detail()).contains("has no certificate as PEM");
            assertThat(refused(world, "csmsRoot", pem("root").replace("MII", "AII"))
                            .detail())
                    .contains("cannot be read");
            assertThat(refused(world, "csmsRoot", pem("root") + "-----BEGIN PRIVATE KEY-----")
                            .detail())
                    .contains("private key");
            assertThat(refused(world, "csmsRoot", pem("root") + pem("sub")).detail())
                    .contains("has 2 certificates");
            assertThat(refused(world, "home", pem("root")).field()).isEqualTo("use");
            assertThat(refused(world, "v2gChain", pem("root")).field()).isEqualTo("use");
            assertThat(refused(world, "v2gRoot", pem("root")).detail()).contains("OCPP 1.6");
            world.says(V201, call -> installed(InstallCertificateStatus.Accepted));
            assertThat(refused(world, "oemRoot", pem("root")).detail()).contains("OCPP 2.0.1");
            world.stations.clock.advance(Duration.ofDays(150 * 365));
            assertThat(refused(world, "csmsRoot", pem("root")).detail()).contains("ended at 2126-11-06T23:24:23Z");
            assertThat(catchThrowableOfType(
                                    Refused.class,
                                    () -> world.resource.deleteByHash("CP-7", "MD5", "AA", "BB", "1", USUAL))
                            .field())
                    .isEqualTo("hashAlgorithm");
            assertThat(catchThrowableOfType(
                                    Refused.class,
                                    () -> world.resource.deleteByHash("CP-7", "SHA256", "xx", "BB", "1", USUAL))
                            .field())
                    .isEqualTo("issuerNameHash");
            assertThat(link.sent).isEmpty();
            assertThat(world.all()).isEmpty();
        }
    }

    private static Refused refused(World world, String use, @Nullable String pem) {
        return catchThrowableOfType(Refused.class, () -> world.install(use, pem));
    }
}
