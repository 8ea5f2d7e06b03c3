package org.ohmstead.stationjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Limit;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.diagnostics.ocpp16.DiagnosticsStatusNotification16;
import org.ohmstead.diagnostics.ocpp16.LogStatusNotification16;
import org.ohmstead.diagnostics.ocpp2.LogStatusNotification2;
import org.ohmstead.firmware.ocpp16.FirmwareStatusNotification16;
import org.ohmstead.firmware.ocpp16.SignedFirmwareStatusNotification16;
import org.ohmstead.firmware.ocpp2.FirmwareStatusNotification2;
import org.ohmstead.firmware.ocpp2.PublishFirmwareStatusNotification2;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.ocpp.v16.DiagnosticsStatusNotification;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification;
import org.ohmstead.ocpp.v16.LogStatusNotification;
import org.ohmstead.ocpp.v16.SignedFirmwareStatusNotification;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification;
import org.ohmstead.ocpp.v2.PublishFirmwareStatusNotification.PublishFirmwareStatus;
import org.ohmstead.ocpp.v2.StatusInfo;

class JobStatusesTest {
    private final NoticesFixture fixture = new NoticesFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_step_is_kept_and_told_and_its_repetition_is_neither(TestDatabases.Kind kind) {
        try (var each = new NoticesFixture(kind.open())) {
            report(each, 5, "Downloading");
            report(each, 5, "Downloading");
            report(each, 5, "Downloaded");
            report(each, 5, "Downloading");
            assertThat(steps(each)).containsExactly("5 Downloading", "5 Downloaded", "5 Downloading");
            assertThat(each.told("station.job.changed"))
                    .extracting(event -> event.path("status").asText())
                    .containsExactly("Downloading", "Downloaded", "Downloading");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_same_status_of_another_request_or_of_none_is_another_step(TestDatabases.Kind kind) {
        try (var each = new NoticesFixture(kind.open())) {
            report(each, 5, "Downloading");
            report(each, 6, "Downloading");
            report(each, null, "Downloading");
            report(each, 5, "Downloading");
            assertThat(steps(each)).containsExactly("5 Downloading", "6 Downloading", "null Downloading");
        }
    }

    @Test
    void states_that_are_skipped_or_belong_to_an_unknown_request_are_taken() {
        report(fixture, 4711, "Installed");
        assertThat(steps(fixture)).containsExactly("4711 Installed");
    }

    @Test
    void each_message_of_16_has_its_job() {
        var caller = fixture.caller(OcppVersion.V16);
        new FirmwareStatusNotification16(fixture.jobs)
                .handle(
                        caller,
                        new FirmwareStatusNotification.Request(FirmwareStatusNotification.Status.DownloadFailed));
        new SignedFirmwareStatusNotification16(fixture.jobs)
                .handle(
                        caller,
                        new SignedFirmwareStatusNotification.Request(
                                SignedFirmwareStatusNotification.FirmwareStatus.InvalidSignature, 3));
        new DiagnosticsStatusNotification16(fixture.jobs)
                .handle(
                        caller,
                        new DiagnosticsStatusNotification.Request(DiagnosticsStatusNotification.Status.Uploaded));
        new LogStatusNotification16(fixture.jobs)
                .handle(caller, new LogStatusNotification.Request(LogStatusNotification.UploadLogStatus.BadMessage, 4));
        assertThat(all(fixture))
                .extracting(JobReport::job, JobReport::request, JobReport::status)
                .containsExactly(
                        tuple(Job.FIRMWARE, null, "DownloadFailed"),
                        tuple(Job.FIRMWARE, 3, "InvalidSignature"),
                        tuple(Job.DIAGNOSTICS, null, "Uploaded"),
                        tuple(Job.LOG, 4, "BadMessage"));
    }

    @Test
    void each_message_of_2x_has_its_job_and_keeps_what_else_it_told() {
        var caller = fixture.caller(OcppVersion.V21);
        new FirmwareStatusNotification2(fixture.jobs)
                .handle(
                        caller,
                        new org.ohmstead.ocpp.v2.FirmwareStatusNotification.Request(
                                org.ohmstead.ocpp.v2.FirmwareStatusNotification.FirmwareStatus.InstallationFailed,
                                1,
                                new StatusInfo("OutOfStorage", "full")));
        new LogStatusNotification2(fixture.jobs)
                .handle(
                        caller,
                        new org.ohmstead.ocpp.v2.LogStatusNotification.Request(
                                org.ohmstead.ocpp.v2.LogStatusNotification.UploadLogStatus.AcceptedCanceled, 2, null));
        new PublishFirmwareStatusNotification2(fixture.jobs)
                .handle(
                        caller,
                        new PublishFirmwareStatusNotification.Request(
                                PublishFirmwareStatus.Published, List.of("http://lc.example/fw"), 3, null));
        assertThat(all(fixture))
                .extracting(JobReport::job, JobReport::status, report -> String.valueOf(report.detail()))
                .containsExactly(
                        tuple(
                                Job.FIRMWARE,
                                "InstallationFailed",
                                "{\"statusInfo\":{\"reasonCode\":\"OutOfStorage\",\"additionalInfo\":\"full\"}}"),
                        tuple(Job.LOG, "AcceptedCanceled", "null"),
                        tuple(Job.PUBLISH_FIRMWARE, "Published", "{\"location\":[\"http://lc.example/fw\"]}"));
    }

    @Test
    void a_vendors_own_status_is_kept_by_its_word() {
        var odd = new Deviation("status", Rule.VALUE, "Verifying", "a value of FirmwareStatus");
        new FirmwareStatusNotification16(fixture.jobs)
                .handle(fixture.caller(OcppVersion.V16, odd), new FirmwareStatusNotification.Request(null));
        assertThat(steps(fixture)).containsExactly("null Verifying");
    }

    private static void report(NoticesFixture fixture, Integer request, String status) {
        fixture.jobs.report(fixture.station, new JobReport(Job.FIRMWARE, request, status, null, fixture.now()));
    }

    /** In the order of arrival. */
    private static List<JobReport> all(NoticesFixture fixture) {
        return fixture.jobs.page(fixture.station, Limit.USUAL, null).items().reversed().stream()
                .map(JobStatus::report)
                .toList();
    }

    private static List<String> steps(NoticesFixture fixture) {
        return all(fixture).stream()
                .map(report -> report.request() + " " + report.status())
                .toList();
    }
}
