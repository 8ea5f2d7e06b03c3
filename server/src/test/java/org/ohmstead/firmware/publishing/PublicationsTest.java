package org.ohmstead.firmware.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.files.TestFiles;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.PublishFirmware;
import org.ohmstead.ocpp.v2.UnpublishFirmware;
import org.ohmstead.ocpp.v2.UnpublishFirmware.UnpublishFirmwareStatus;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;
import org.ohmstead.stationjobs.JobStatuses;
import org.ohmstead.stationjobs.SqlJobStatusStore;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Firmware that a local controller hands out to the stations behind it (L03, L04). */
class PublicationsTest {
    private static final String MD5 = "098f6bcd4621d373cade4e832627b4f6";
    private static final PublicationBody ELSEWHERE =
            new PublicationBody(null, "https://firmware.example/i.bin", MD5, 2, 60);

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final TestFiles files;
        final PublicationResource resource;
        final JobStatuses jobs;
        final SqlPublicationStore store;
        final AtomicReference<OcppResult> says =
                new AtomicReference<>(new PublishFirmware.Response(GenericStatus.Accepted, null));

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            files = new TestFiles(stations);
            store = new SqlPublicationStore(stations.database, stations.commits, new Outbox(stations.clock));
            PublicationProgress progress = new PublicationProgress(store, NoticeSettings.defaults(), stations.clock);
            Publications publications = new Publications(
                    store,
                    TestCommands.verbs(stations, () -> List.of(progress)),
                    files.files,
                    files.links,
                    stations.audit,
                    stations.clock);
            resource = new PublicationResource(publications, stations.stations, CurrentActor.of(Actor.LOCAL));
            jobs = new JobStatuses(new SqlJobStatusStore(
                    stations.database, stations.commits, new Outbox(stations.clock), () -> List.of(progress)));
        }

        ScriptedLink connect(OcppVersion version) {
            ScriptedLink link = new ScriptedLink(cp7, version, call -> TestCommands.answer(says.get()));
            stations.links.put(link);
            return link;
        }

        PublicationView publish(PublicationBody body, SendOptions options) {
            return (PublicationView) resource.publish("CP-7", options, body).getEntity();
        }

        String state(long id) {
            return resource.get("CP-7", Long.toString(id)).state();
        }

        void steps(int request, ObjectNode detail, String... steps) {
            for (String each : steps) {
                stations.clock.advance(Duration.ofSeconds(1));
                jobs.report(cp7, new JobReport(Job.PUBLISH_FIRMWARE, request, each, detail, stations.clock.instant()));
            }
        }

        void unpublish(long id, UnpublishFirmwareStatus status) {
            says.set(new UnpublishFirmware.Response(status));
            resource.unpublish("CP-7", Long.toString(id), SendOptions.USUAL);
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    private static int number(ScriptedLink link) {
        return ((PublishFirmware.Request) link.sent.getFirst()).requestId();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_image_of_ours_is_published_by_a_link_and_ended_when_nobody_loads_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.connect(OcppVersion.V201);
            var image = world.files.image("image.bin");
            PublicationView made =
                    world.publish(new PublicationBody(image.id(), null, null, null, null), SendOptions.USUAL);
            assertThat(made.state()).isEqualTo("accepted");
            PublishFirmware.Request sent = (PublishFirmware.Request) link.sent.getFirst();
            assertThat(sent.location()).startsWith("http://csms.test:8080/files/download/");
            assertThat(sent.checksum()).isEqualTo(image.content().md5());
            assertThat(made.location()).contains("-***/");
            ObjectNode places = JsonNodeFactory.instance.objectNode();
            places.putArray("location").add("http://10.0.0.1/i.bin");
            world.steps(number(link), places, "Downloading", "Published");
            assertThat(world.state(made.id())).isEqualTo("published");
            world.unpublish(made.id(), UnpublishFirmwareStatus.DownloadOngoing);
            assertThat(world.state(made.id())).isEqualTo("published");
            world.unpublish(made.id(), UnpublishFirmwareStatus.Unpublished);
            assertThat(world.state(made.id())).isEqualTo("unpublished");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_repetition_with_one_key_is_one_and_is_sent_once(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.connect(OcppVersion.V201);
            SendOptions keyed = new SendOptions(null, null, null, "once");
            PublicationView first = world.publish(ELSEWHERE, keyed);
            assertThat(world.publish(ELSEWHERE, keyed).id()).isEqualTo(first.id());
            assertThat(link.sent).hasSize(1);
            assertThat(world.resource.list("CP-7", null, null).items()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_has_failed_is_not_said_to_be_published_no_more(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            ScriptedLink link = world.connect(OcppVersion.V201);
            PublicationView failed = world.publish(ELSEWHERE, SendOptions.USUAL);
            world.steps(number(link), JsonNodeFactory.instance.objectNode(), "InvalidChecksum");
            assertThat(world.state(failed.id())).isEqualTo("failed");
            PublicationView second = world.publish(ELSEWHERE, SendOptions.USUAL);
            world.unpublish(second.id(), UnpublishFirmwareStatus.NoFirmware);
            assertThat(world.state(second.id())).isEqualTo("unpublished");
            assertThat(world.state(failed.id())).isEqualTo("failed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_controller_that_refuses_or_knows_no_such_thing_has_it_refused_with_its_reason(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.connect(OcppVersion.V201);
            world.says.set(new PublishFirmware.Response(GenericStatus.Rejected, null));
            PublicationView refused = world.publish(ELSEWHERE, SendOptions.USUAL);
            assertThat(refused.state()).isEqualTo("refused");
            assertThat(refused.reason()).contains("Rejected");
            world.connect(OcppVersion.V16);
            PublicationView never = world.publish(ELSEWHERE, SendOptions.USUAL);
            assertThat(never.state()).isEqualTo("refused");
            assertThat(never.reason()).contains("has no PublishFirmware");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "file,,,",
        "location,not a url,098f6bcd4621d373cade4e832627b4f6,",
        "checksum,https://h/i.bin,12,",
        "retries,https://h/i.bin,098f6bcd4621d373cade4e832627b4f6,-1"
    })
    void what_is_not_allowed_is_named(String field, String location, String checksum, Integer retries) {
        Refused refused = catchThrowableOfType(
                Refused.class, () -> new PublicationBody(null, location, checksum, retries, null).check());
        assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(refused.field()).isEqualTo(field);
    }
}
