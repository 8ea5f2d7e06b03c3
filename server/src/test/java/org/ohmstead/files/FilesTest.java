package org.ohmstead.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Files that operators upload, and that stations load and leave. */
class FilesTest {
    /** A world with one station. */
    private static final class World implements AutoCloseable {
        final List<String> arrived = new ArrayList<>();
        final TestStations stations;
        final StationRef cp7;
        final TestFiles files;
        Optional<String> held = Optional.empty();

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            files = new TestFiles(
                    stations,
                    () -> List.of((tx, link, file) -> arrived.add(link.id() + " " + file.name())),
                    () -> List.of((tx, file) -> held));
        }

        Refused leaveRefused(String link, InputStream body) {
            return catchThrowableOfType(Refused.class, () -> files.station.leave(link, "x.log", -1, () -> body));
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static InputStream breaksOff() {
        return new InputStream() {
            private int left = 100;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("the line is gone");
                }
                return 'x';
            }
        };
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_leaves_is_kept_once_and_told(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            FileLink.Made link = world.files.links.upload(world.cp7, Duration.ofHours(1));
            assertThat(link.url())
                    .startsWith("http://csms.test:8080/files/upload/" + link.id() + "-")
                    .endsWith("/");
            StoredFile file = world.files.leave(link, "today.log", "all is well");
            assertThat(world.arrived).containsExactly(link.id() + " today.log");
            assertThat(file.content().size()).isEqualTo(11);
            assertThat(world.files.lying()).containsExactly(file.content().key());
            assertThat(world.files.files.get(Actor.LOCAL.scope(), file.id())).isEqualTo(file);
            assertThat(WaitingEvents.in(world.stations.database))
                    .extracting(StoredEvent::kind)
                    .contains("file.uploaded");
            Refused again = world.leaveRefused(TestFiles.secret(link), TestFiles.text("once more"));
            assertThat(again.kind()).isEqualTo(Refused.Kind.GONE);
            assertThat(world.files.lying()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_upload_that_broke_off_or_is_too_large_leaves_nothing_and_may_be_repeated(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            FileLink.Made link = world.files.links.upload(world.cp7, Duration.ofHours(1));
            String secret = TestFiles.secret(link);
            assertThat(world.leaveRefused(secret, breaksOff()).title()).isEqualTo("Upload broke off");
            Refused large = world.leaveRefused(secret, TestFiles.text("x".repeat(TestFiles.LARGEST + 1)));
            assertThat(large.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
            Refused declared = catchThrowableOfType(
                    Refused.class,
                    () -> world.files.station.leave(secret, null, TestFiles.LARGEST + 1, () -> TestFiles.text("x")));
            assertThat(declared.kind()).isEqualTo(Refused.Kind.TOO_LARGE);
            assertThat(world.leaveRefused(secret, TestFiles.text("")).title()).isEqualTo("Nothing came");
            assertThat(world.files.lying()).isEmpty();
            assertThat(world.files
                            .leave(link, "x.log", "x".repeat(TestFiles.LARGEST))
                            .id())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void links_that_are_over_unknown_or_lead_the_other_way_let_nobody_in(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            StoredFile image = world.files.image("image.bin");
            FileLink.Made down = world.files.links.download(world.cp7, image, Duration.ofHours(1));
            FileLink.Made up = world.files.links.upload(world.cp7, Duration.ofHours(1));
            assertThat(world.files.station.load(TestFiles.secret(down))).isEqualTo(image);
            assertThat(world.files.station.load(TestFiles.secret(down))).isEqualTo(image);
            assertThat(world.leaveRefused(TestFiles.secret(down), TestFiles.text("x"))
                            .kind())
                    .isEqualTo(Refused.Kind.NOT_FOUND);
            for (String made : List.of("", "-", "1", "x-y", up.id() + "-guessed", "99999999999999999999-x")) {
                assertThat(world.leaveRefused(made, TestFiles.text("x")).kind())
                        .as(made)
                        .isEqualTo(Refused.Kind.NOT_FOUND);
            }
            world.stations.clock.advance(Duration.ofHours(1));
            assertThat(world.leaveRefused(TestFiles.secret(up), TestFiles.text("x"))
                            .kind())
                    .isEqualTo(Refused.Kind.GONE);
            assertThat(catchThrowableOfType(Refused.class, () -> world.files.station.load(TestFiles.secret(down)))
                            .kind())
                    .isEqualTo(Refused.Kind.GONE);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_image_with_another_checksum_is_not_kept_and_one_in_use_not_deleted(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Refused other = catchThrowableOfType(
                    Refused.class,
                    () -> world.files.files.upload(
                            Actor.LOCAL,
                            StoredFile.About.named("a.bin"),
                            "0".repeat(64),
                            -1,
                            () -> TestFiles.text("image")));
            assertThat(other.field()).isEqualTo("sha256");
            Refused path = catchThrowableOfType(
                    Refused.class,
                    () -> world.files.files.upload(
                            Actor.LOCAL, StoredFile.About.named("../a.bin"), null, -1, () -> TestFiles.text("image")));
            assertThat(path.field()).isEqualTo("name");
            assertThat(world.files.lying()).isEmpty();

            StoredFile image = world.files.image("image.bin");
            world.held = Optional.of("update 1 of CP-7 is not over");
            Refused held = catchThrowableOfType(Refused.class, () -> world.files.files.delete(Actor.LOCAL, image.id()));
            assertThat(held.kind()).isEqualTo(Refused.Kind.CONFLICT);
            world.held = Optional.empty();
            world.files.files.delete(Actor.LOCAL, image.id());
            assertThat(world.files.lying()).isEmpty();
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line -> line.startsWith("local file " + image.id() + " created"))
                    .anyMatch(line -> line.startsWith("local file " + image.id() + " deleted"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void old_logs_and_what_belongs_to_nobody_are_cleared_away_and_nothing_else(TestDatabases.Kind kind)
            throws IOException {
        try (World world = new World(kind)) {
            StoredFile image = world.files.image("image.bin");
            world.files.leave(world.files.links.upload(world.cp7, Duration.ofHours(1)), "x.log", "old");
            FileTime old = FileTime.from(Instant.EPOCH);
            for (String name : List.of("0123456789abcdef0123456789abcdef", "a".repeat(32) + ".part", "accounts.xls")) {
                Files.setLastModifiedTime(Files.createFile(world.files.folder.resolve(name)), old);
            }
            world.stations.clock.advance(Duration.ofDays(91));
            world.files.leave(world.files.links.upload(world.cp7, Duration.ofHours(1)), "y.log", "young");
            FileUpkeep upkeep = new FileUpkeep(
                    world.files.store,
                    world.files.linkStore,
                    world.files.storage,
                    world.files.settings,
                    world.stations.clock);
            upkeep.clear();
            List<StoredFile> left =
                    world.files.store.page(Actor.LOCAL.scope(), new FileFilter(null, null, null), 10, null);
            assertThat(left).extracting(StoredFile::name).containsExactly("y.log", "image.bin");
            assertThat(world.files.lying())
                    .containsExactlyInAnyOrder(
                            "accounts.xls",
                            image.content().key(),
                            left.getFirst().content().key());
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "today.log, today.log",
                "../../etc/passwd, passwd",
                "C:\\temp\\a.log, a.log",
                ".., none",
                "'', none",
                "a/, none",
                "'a\r\nb\"c.log', abc.log"
            })
    void a_name_never_is_a_path(String given, String clean) {
        assertThat(FileNames.clean(given)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9, bytes 0-9/100",
        "bytes=90-, bytes 90-99/100",
        "bytes=-10, bytes 90-99/100",
        "bytes=-1000, bytes 0-99/100",
        "bytes=50-1000, bytes 50-99/100",
        "bytes=100-, bytes */100",
        "bytes=-0, bytes */100"
    })
    void a_range_is_cut_to_the_file_and_one_beyond_its_end_is_none(String header, String range) {
        assertThat(ByteRange.of(header, 100).orElseThrow().header(100)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource({"bytes=9-0", "bytes=-", "bytes=a-b", "items=0-1", "'bytes=0-1,4-5'"})
    void what_is_no_single_range_means_the_whole_file(String header) {
        assertThat(ByteRange.of(header, 100)).isEmpty();
    }

    @Test
    void a_url_of_ours_is_shown_without_its_secret() {
        String secret = "a".repeat(43);
        assertThat(FileLink.shown("http://h/files/upload/17-" + secret + "/"))
                .isEqualTo("http://h/files/upload/17-***/");
        assertThat(FileLink.shown("ftp://u17:" + secret + "@h:21/")).isEqualTo("ftp://u17:***@h:21/");
        assertThat(FileLink.shown("http://h/elsewhere")).isEqualTo("http://h/elsewhere");
        assertThat(FileLink.idOf("http://h/files/upload/17-***/")).contains(17L);
        assertThat(FileLink.idOf("http://h/elsewhere")).isEmpty();
    }
}
