package org.ohmstead.doctor.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.credentials.PasswordForm;
import org.ohmstead.stations.securityprofiles.Contact;
import org.ohmstead.stations.securityprofiles.Proof;
import org.ohmstead.stations.securityprofiles.SecurityProfiles.Decision;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenants;

/** What somebody types who stands before a charger. */
class ConnectSheetsTest {
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n";

    private final TestStations slice = new TestStations();
    private final Tenants tenants = new Tenants(new SqlTenantStore(slice.database, slice.commits));

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void each_address_stands_with_and_without_the_identity() {
        ConnectSheet sheet = sheet(station("CP 7"), false, null, "wss://csms.example/ocpp", "ws://10.0.0.7:8081");
        assertThat(sheet.addresses())
                .containsExactly(
                        new ConnectSheet.Address("wss://csms.example/ocpp", "wss://csms.example/ocpp/CP%207", true),
                        new ConnectSheet.Address("ws://10.0.0.7:8081", "ws://10.0.0.7:8081/CP%207", false));
        assertThat(sheet.passwordSet()).isFalse();
        assertThat(sheet.subprotocols()).containsExactly("ocpp1.6", "ocpp2.0.1", "ocpp2.1");
        assertThat(sheet.rootCertificate()).isNull();
    }

    @Test
    void an_organisation_stands_before_the_identity() {
        slice.commits.write(Scope.everywhere(), 1, tx -> tx.sql()
                .insertInto(Tables.TENANT)
                .set(Tables.TENANT.ID, 2L)
                .set(Tables.TENANT.SLUG, "acme")
                .set(Tables.TENANT.NAME, "Acme")
                .set(Tables.TENANT.CREATED_AT, slice.clock.instant())
                .execute());
        Station theirs = slice.stations.create(
                new Actor(Scope.tenant(2), Actor.Kind.LOCAL, "", Actor.Origin.WITHIN),
                NewStation.of("CP-7", StationConfig.DEFAULT));
        assertThat(sheet(theirs, false, null, "ws://h/ocpp")
                        .addresses()
                        .getFirst()
                        .wholeUrl())
                .isEqualTo("ws://h/ocpp/acme/CP-7");
    }

    @Test
    void a_password_is_told_to_be_set_and_never_shown_and_what_travels_in_the_clear_is_said() {
        StationRef ref = slice.station("CP-7");
        slice.stations.setPassword(Actor.LOCAL, ref, "a password of 7", true, any -> {});
        ConnectSheet sheet = sheet(slice.now(ref), true, null, "ws://10.0.0.7/ocpp");
        assertThat(sheet.passwordSet()).isTrue();
        assertThat(sheet.passwordForm()).contains("40 hex digits");
        assertThat(sheet.notes()).anyMatch(note -> note.contains("in the clear"));
        assertThat(sheet.text()).contains("CP-7", "ws://10.0.0.7/ocpp").doesNotContain("a password of 7");
    }

    @Test
    void what_keeps_it_from_working_is_noted() {
        ConnectSheet sheet = sheet(station("CP-7"), true, null, "ws://127.0.0.1:8080/ocpp");
        assertThat(sheet.notes())
                .anyMatch(note -> note.contains("--host"))
                .anyMatch(note -> note.contains("demands a password"));
    }

    @Test
    void the_root_certificate_stands_where_the_server_speaks_tls() {
        ConnectSheet sheet = sheet(station("CP-7"), false, PEM, "wss://h/ocpp");
        assertThat(sheet.rootCertificate()).isEqualTo(PEM);
        assertThat(sheet.text()).endsWith(PEM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # profile | addresses                      | sentence                    | note
            0         | ws://h/ocpp, ws://h2/ocpp      | with security profile 0     | security profile is 0
            1         | ws://h/ocpp, ws://h2/ocpp      | HTTP Basic                  | security profile is 1
            2         | wss://h:8443/ocpp              | HTTP Basic                  | security profile is 2
            3         | wss://h:8443/ocpp              | a certificate of its own    | security profile is 3
            -         | ws://h/ocpp, wss://h:8443/ocpp, ws://h2/ocpp | HTTP Basic    | 1 with ws://, and 2 with wss://
            """)
    void a_station_is_told_what_its_security_profile_lets_in(
            Integer profile, String addresses, String sentence, String note) {
        StationRef ref = slice.station("CP-7");
        slice.stations.setPassword(Actor.LOCAL, ref, "a password of 7", true, any -> {});
        decide(ref, profile);
        ConnectSheet sheet = sheet(slice.now(ref), false, PEM, "ws://h/ocpp", "wss://h:8443/ocpp", "ws://h2/ocpp");
        assertThat(sheet.addresses()).extracting(ConnectSheet.Address::url).containsExactly(addresses.split(", "));
        assertThat(sheet.scanned()).startsWith(addresses.split(", ")[0]);
        assertThat(sheet.passwordForm()).contains(sentence);
        assertThat(sheet.notes()).anyMatch(each -> each.contains(note));
    }

    @Test
    void where_none_of_the_addresses_will_do_that_is_said() {
        StationRef ref = slice.station("CP-7");
        decide(ref, 3);
        ConnectSheet sheet = sheet(slice.now(ref), false, null, "ws://h/ocpp");
        assertThat(sheet.scanned()).isEqualTo("ws://h/ocpp/CP-7");
        assertThat(sheet.notes()).anyMatch(note -> note.contains("None of these addresses will do"));
    }

    @Test
    void what_a_station_has_come_by_counts_where_no_profile_is_set() {
        StationRef ref = slice.station("CP-7");
        slice.stations.setPassword(Actor.LOCAL, ref, "a password of 7", true, any -> {});
        slice.security.connected(ref, new Contact(2, Proof.PASSWORD, true, PasswordForm.TEXT, null));
        assertThat(sheet(slice.now(ref), false, null, "ws://h/ocpp", "wss://h/ocpp")
                        .addresses())
                .extracting(ConnectSheet.Address::url)
                .containsExactly("wss://h/ocpp");
    }

    @Test
    void a_token_is_told_of_and_not_shown_and_no_password_is_no_profile_0_where_one_is_needed() {
        StationRef ref = slice.station("CP-7");
        assertThat(sheet(slice.now(ref), true, null, "ws://h/ocpp").passwordForm())
                .doesNotContain("profile 0")
                .contains("does not get in without one");
        slice.token(ref, "a-token-of-24-characters");
        ConnectSheet sheet = sheet(slice.now(ref), true, null, "ws://h/ocpp");
        assertThat(sheet.passwordForm()).contains("token").doesNotContain("profile 0");
        assertThat(sheet.notes())
                .anyMatch(note -> note.contains("Authorization: Bearer"))
                .anyMatch(note -> note.contains("/{token}/{identity}"))
                .noneMatch(note -> note.contains("demands a password"));
        assertThat(sheet.text()).doesNotContain("a-token-of-24-characters");
    }

    private void decide(StationRef station, Integer profile) {
        slice.security.decide(Actor.LOCAL, slice.now(station), new Decision(profile, false, false, null));
    }

    @Test
    void a_scanner_reads_the_whole_url_from_the_picture() throws NotFoundException {
        ConnectSheet sheet = sheet(station("CP-7"), false, null, "ws://10.0.0.7:8080/ocpp");
        assertThat(scanned(QrPicture.svg(sheet.scanned()))).isEqualTo("ws://10.0.0.7:8080/ocpp/CP-7");
    }

    private static String scanned(String svg) throws NotFoundException {
        Matcher size = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(size.find()).isTrue();
        int modules = Integer.parseInt(size.group(1));
        int scale = 4;
        int[] pixels = new int[modules * scale * modules * scale];
        Arrays.fill(pixels, 0xffffff);
        Matcher dark = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
        while (dark.find()) {
            int left = Integer.parseInt(dark.group(1)) * scale;
            int top = Integer.parseInt(dark.group(2)) * scale;
            for (int y = top; y < top + scale; y++) {
                Arrays.fill(pixels, y * modules * scale + left, y * modules * scale + left + scale, 0);
            }
        }
        LuminanceSource picture = new RGBLuminanceSource(modules * scale, modules * scale, pixels);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }

    private Station station(String identity) {
        return slice.now(slice.station(identity));
    }

    private ConnectSheet sheet(Station station, boolean required, String root, String... bases) {
        Stream<RootCertificate> roots = Stream.of(() -> Optional.ofNullable(root));
        return new ConnectSheets(
                        new StationUrls(() -> List.of(bases)),
                        new ConnectSettings(required),
                        tenants,
                        slice.security,
                        new CredentialPolicy(
                                required ? Needed.REQUIRED : Needed.OPTIONAL, EnumSet.allOf(Way.class), "", ""),
                        () -> roots)
                .of(station);
    }
}
