package org.ohmstead.doctor.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
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
                        new StationUrls(() -> List.of(bases)), new ConnectSettings(required), tenants, () -> roots)
                .of(station);
    }
}
