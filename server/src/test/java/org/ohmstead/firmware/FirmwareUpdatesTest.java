package org.ohmstead.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.SignedUpdateFirmware;
import org.ohmstead.ocpp.v2.UpdateFirmware;
import org.ohmstead.ocpp.v2.UpdateFirmware.UpdateFirmwareStatus;
import org.ohmstead.stationjobs.Job;

/** Updates from their order to their end, whatever stations make of the states (behaviour 9.1). */
class FirmwareUpdatesTest {
    private static final String PEM = "-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n";

    private static UpdateFirmware.Response accepted(UpdateFirmwareStatus status) {
        return new UpdateFirmware.Response(status);
    }

    private static Outcome<?> notSupported() {
        return new Outcome.Refused<>(ErrorCode.NotSupported, "NotSupported", "", null);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_1_6_station_that_names_no_request_is_followed_to_its_end(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            ScriptedLink link = world.connect(world.cp7, V16);
            world.answers(new org.ohmstead.ocpp.v16.UpdateFirmware.Response());
            FirmwareUpdate update = world.order(world.ofImage());
            assertThat(update.state()).isEqualTo(UpdateState.ACCEPTED);
            org.ohmstead.ocpp.v16.UpdateFirmware.Request sent =
                    (org.ohmstead.ocpp.v16.UpdateFirmware.Request) link.sent.getFirst();
            assertThat(sent.location())
                    .startsWith("http://csms.test:8080/files/download/")
                    .endsWith("/image.bin");
            assertThat(sent.retries()).isEqualTo(2);
            assertThat(update.order().image().location()).endsWith("-***/image.bin");
            world.steps(world.cp7, null, "Downloading", "Downloading", "Downloaded", "Installing");
            assertThat(world.now(update).state()).isEqualTo(UpdateState.INSTALLING);
            world.steps(world.cp7, null, "Installed", "Idle");
            FirmwareUpdate after = world.now(update);
            assertThat(after.state()).isEqualTo(UpdateState.INSTALLED);
            assertThat(after.progress().endedAt()).isNotNull();
            assertThat(world.jobs.ofOrder(world.cp7, Set.of(Job.FIRMWARE), update.id()))
                    .extracting(step -> step.report().status())
                    .containsExactly("Downloading", "Downloaded", "Installing", "Installed");
            assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                    .anyMatch(line -> line.startsWith("local firmware-update " + update.id() + " created"));
            assertThat(WaitingEvents.in(world.stations.database))
                    .filteredOn(event -> event.kind().equals("firmware.update.changed"))
                    .extracting(event -> event.payload().path("state").asText())
                    .containsExactly("requested", "accepted", "downloading", "downloaded", "installing", "installed");
        }
    }

    /** Of 1.6 it is known by its location alone, and what a command is kept with has no login. */
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_image_behind_a_login_is_one_update_and_its_login_is_not_shown(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            ScriptedLink link = world.connect(world.cp7, V16);
            world.answers(new org.ohmstead.ocpp.v16.UpdateFirmware.Response());
            for (String url : List.of("ftp://maker:hunter2@x.test/i.bin", "https://x.test/i.bin?sig=hunter2")) {
                UpdateOrder order = new UpdateOrder(null, url, null, null, null, null, null, null);
                FirmwareUpdate update = world.order(order);
                assertThat(update.state()).isEqualTo(UpdateState.ACCEPTED);
                assertThat(update.order().image().location()).isEqualTo(url.replace("hunter2", "***"));
                assertThat(order.shown().location()).isEqualTo(url.replace("hunter2", "***"));
                assertThat(((org.ohmstead.ocpp.v16.UpdateFirmware.Request) link.sent.getLast()).location())
                        .isEqualTo(url);
                assertThat(RecordedLines.of(world.stations.database, world.stations.commits))
                        .noneMatch(line -> line.contains("hunter2"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_1_6_station_gets_the_signed_one_where_it_has_it_and_the_plain_one_where_not(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            ScriptedLink link = world.connect(world.cp7, V16);
            UpdateOrder signed = new UpdateOrder(world.image.id(), null, null, null, null, null, "c2lnbmVk", PEM);
            world.answers(new SignedUpdateFirmware.Response(SignedUpdateFirmware.UpdateFirmwareStatus.Accepted));
            FirmwareUpdate first = world.order(signed);
            assertThat(first.sent().action()).isEqualTo("SignedUpdateFirmware");
            assertThat(((SignedUpdateFirmware.Request) link.sent.getLast())
                            .firmware()
                            .signature())
                    .isEqualTo("c2lnbmVk");
            world.says.set(call -> call instanceof SignedUpdateFirmware.Request
                    ? notSupported()
                    : TestCommands.answer(new org.ohmstead.ocpp.v16.UpdateFirmware.Response()));
            FirmwareUpdate second = world.order(signed);
            assertThat(second.sent().action()).isEqualTo("UpdateFirmware");
            assertThat(second.state()).isEqualTo(UpdateState.ACCEPTED);
            assertThat(world.now(first).state()).isEqualTo(UpdateState.CANCELLED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_1_6_station_that_takes_signed_ones_alone_is_not_asked_for_a_plain_one_again(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            world.connect(world.cp7, V16);
            world.says.set(call -> notSupported());
            FirmwareUpdate refused = world.order(world.ofImage());
            assertThat(refused.state()).isEqualTo(UpdateState.REFUSED);
            assertThat(refused.progress().reason()).contains("notSupported");
            Refused again = catchThrowableOfType(Refused.class, () -> world.order(world.ofImage()));
            assertThat(again.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(again.field()).isEqualTo("signature");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_newer_one_cancels_the_older_whose_late_steps_are_kept(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            ScriptedLink link = world.connect(world.cp7, V201);
            world.answers(accepted(UpdateFirmwareStatus.Accepted));
            FirmwareUpdate older = world.order(world.ofImage());
            assertThat(((UpdateFirmware.Request) link.sent.getFirst()).requestId())
                    .isEqualTo(older.number());
            world.steps(world.cp7, older.number(), "Downloading");
            world.answers(accepted(UpdateFirmwareStatus.AcceptedCanceled));
            FirmwareUpdate newer = world.order(world.ofImage());
            assertThat(newer.state()).isEqualTo(UpdateState.ACCEPTED);
            assertThat(world.now(older).state()).isEqualTo(UpdateState.CANCELLED);
            world.steps(world.cp7, older.number(), "DownloadFailed");
            assertThat(world.now(older).state()).isEqualTo(UpdateState.CANCELLED);
            assertThat(world.now(older).progress().status()).isEqualTo("DownloadFailed");
            world.steps(world.cp7, 4711, "Downloading"); // nobody has ordered it
            assertThat(world.now(newer).progress().status()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_tries_again_comes_back_from_a_failure(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            world.connect(world.cp7, V21);
            world.answers(accepted(UpdateFirmwareStatus.Accepted));
            FirmwareUpdate update = world.order(world.ofImage());
            world.steps(world.cp7, update.number(), "DownloadScheduled", "Downloading", "DownloadFailed");
            assertThat(world.now(update).state()).isEqualTo(UpdateState.FAILED);
            assertThat(world.now(update).progress().reason()).isEqualTo("DownloadFailed");
            world.steps(world.cp7, update.number(), "Downloading");
            assertThat(world.now(update).state()).isEqualTo(UpdateState.DOWNLOADING);
            assertThat(world.now(update).progress().endedAt()).isNull();
            world.steps(world.cp7, update.number(), "Installed", "Installing", "NobodyKnows");
            assertThat(world.now(update).state()).isEqualTo(UpdateState.INSTALLED);
            assertThat(world.now(update).progress().status()).isEqualTo("NobodyKnows");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_boot_with_another_firmware_says_that_it_is_installed(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            world.connect(world.cp7, V201);
            world.answers(accepted(UpdateFirmwareStatus.Accepted));
            FirmwareUpdate update = world.order(world.ofImage());
            world.steps(world.cp7, update.number(), "Downloading", "InstallRebooting");
            ObjectNode boot = JsonNodeFactory.instance
                    .objectNode()
                    .put("identity", "CP-7")
                    .put("firmwareVersion", "2.0")
                    .put("firmwareChanged", true);
            world.boots.on(new StoredEvent(
                    1, world.cp7.tenant(), "station.booted", world.cp7.id(), boot, world.stations.clock.instant()));
            FirmwareUpdate after = world.now(update);
            assertThat(after.state()).isEqualTo(UpdateState.INSTALLED);
            assertThat(after.progress().after()).isEqualTo("2.0");
            world.steps(world.cp7, update.number(), "InstallVerificationFailed");
            assertThat(world.now(update).state()).isEqualTo(UpdateState.FAILED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_refused_or_never_sent_is_kept_and_a_repeated_key_orders_once(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            FirmwareUpdate away = world.order(world.ofImage());
            assertThat(away.state()).isEqualTo(UpdateState.REFUSED);
            assertThat(away.progress().reason()).startsWith("notConnected");
            ScriptedLink link = world.connect(world.cp7, V201);
            world.answers(accepted(UpdateFirmwareStatus.InvalidCertificate));
            FirmwareUpdate refused = world.order(world.ofImage());
            assertThat(refused.state()).isEqualTo(UpdateState.REFUSED);
            assertThat(refused.progress().reason()).contains("InvalidCertificate");
            world.answers(accepted(UpdateFirmwareStatus.Accepted));
            SendOptions key = new SendOptions(null, null, null, "once");
            FirmwareUpdate first = world.updates.order(Actor.LOCAL, "CP-7", world.ofImage(), null, key);
            assertThat(world.updates
                            .order(Actor.LOCAL, "CP-7", world.ofImage(), null, key)
                            .id())
                    .isEqualTo(first.id());
            assertThat(link.sent).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_key_that_comes_twice_at_the_same_time_orders_once(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            ScriptedLink link = world.connect(world.cp7, V16);
            world.answers(new org.ohmstead.ocpp.v16.UpdateFirmware.Response());
            SendOptions key = new SendOptions(null, null, null, "once");
            CountDownLatch all = new CountDownLatch(6);
            List<CompletableFuture<Long>> orders = IntStream.range(0, 6)
                    .mapToObj(each -> CompletableFuture.supplyAsync(
                            () -> {
                                all.countDown();
                                try {
                                    all.await();
                                } catch (InterruptedException e) {
                                    throw new IllegalStateException(e);
                                }
                                return world.updates
                                        .order(Actor.LOCAL, "CP-7", world.ofImage(), null, key)
                                        .id();
                            },
                            Thread::startVirtualThread))
                    .toList();
            assertThat(orders.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            assertThat(link.sent).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_that_nothing_is_heard_of_for_a_week_has_failed(TestDatabases.Kind kind) {
        try (FirmwareWorld world = new FirmwareWorld(kind)) {
            world.connect(world.cp7, V201);
            world.answers(accepted(UpdateFirmwareStatus.Accepted));
            FirmwareUpdate update = world.order(world.ofImage());
            world.stations.clock.advance(Duration.ofDays(6));
            world.upkeep.lookAtAll();
            assertThat(world.now(update).state()).isEqualTo(UpdateState.ACCEPTED);
            world.stations.clock.advance(Duration.ofDays(2));
            world.upkeep.lookAtAll();
            assertThat(world.now(update).state()).isEqualTo(UpdateState.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', file",
        "'ftp://h/i.bin 1', location",
        "'javascript:alert(1)', location",
    })
    void an_order_without_a_source_or_with_one_that_is_no_url_is_refused(String location, String field) {
        UpdateOrder order =
                new UpdateOrder(null, location.isEmpty() ? null : location, null, null, null, null, null, null);
        assertThat(catchThrowableOfType(Refused.class, () -> order.check(java.time.Instant.EPOCH))
                        .field())
                .isEqualTo(field);
    }
}
