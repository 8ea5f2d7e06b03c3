package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.chargetime.ocpp.ClientEvents;
import eu.chargetime.ocpp.JSONClient;
import eu.chargetime.ocpp.feature.profile.ClientCoreProfile;
import eu.chargetime.ocpp.model.Confirmation;
import eu.chargetime.ocpp.model.Request;
import eu.chargetime.ocpp.model.core.AuthorizationStatus;
import eu.chargetime.ocpp.model.core.AuthorizeConfirmation;
import eu.chargetime.ocpp.model.core.BootNotificationConfirmation;
import eu.chargetime.ocpp.model.core.ChargePointErrorCode;
import eu.chargetime.ocpp.model.core.ChargePointStatus;
import eu.chargetime.ocpp.model.core.HeartbeatConfirmation;
import eu.chargetime.ocpp.model.core.RegistrationStatus;
import eu.chargetime.ocpp.model.core.SampledValue;
import eu.chargetime.ocpp.model.core.StartTransactionConfirmation;
import eu.chargetime.ocpp.model.core.StopTransactionConfirmation;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ring 3: a station on the Java library that most Java charging software uses. */
final class ChargeTimeTest {
    private static final String TAG = "04A2B3C4D5E680";

    @TempDir
    Path folder;

    private final ClientCoreProfile core = new ClientCoreProfile(new ChargeTimeStation());
    private final JSONClient station = new JSONClient(core, "CT-1");

    @Test
    void a_chargetime_station_drives_a_whole_session() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder)) {
            server.api().stations("CT-1");
            server.api().tokens(TAG);
            connect(server.stationUrl());

            BootNotificationConfirmation boot = ask(core.createBootNotificationRequest("ChargeTime", "Library"));
            assertThat(boot.getStatus()).isEqualTo(RegistrationStatus.Accepted);
            HeartbeatConfirmation beat = ask(core.createHeartbeatRequest());
            assertThat(beat.getCurrentTime()).isNotNull();
            ask(core.createStatusNotificationRequest(1, ChargePointErrorCode.NoError, ChargePointStatus.Preparing));
            charge();
            ask(core.createStatusNotificationRequest(1, ChargePointErrorCode.NoError, ChargePointStatus.Available));

            JsonNode command = server.api()
                    .post("/api/v1/stations/CT-1/commands", "{\"action\":\"GetConfiguration\"}")
                    .ok();
            assertThat(command.path("outcome").asText()).isEqualTo("answered");
            assertThat(command.at("/response/configurationKey/0/value").asText())
                    .isEqualTo("300");
            station.disconnect();

            JsonNode session = server.api().all("/api/v1/sessions?station=CT-1").getFirst();
            assertThat(session.path("energyWh").decimalValue()).isEqualByComparingTo("2000");
            assertThat(session.path("verdict").asText()).as(session.toString()).isEqualTo("complete");
        }
    }

    private void charge() throws Exception {
        AuthorizeConfirmation shown = ask(core.createAuthorizeRequest(TAG));
        assertThat(shown.getIdTagInfo().getStatus()).isEqualTo(AuthorizationStatus.Accepted);
        StartTransactionConfirmation begun = ask(core.createStartTransactionRequest(1, TAG, 1000, ZonedDateTime.now()));
        assertThat(begun.getTransactionId()).isPositive();
        for (String register : new String[] {"1500", "2000", "2500"}) {
            SampledValue value = new SampledValue(register);
            value.setMeasurand("Energy.Active.Import.Register");
            value.setUnit("Wh");
            var request = core.createMeterValuesRequest(1, ZonedDateTime.now(), value);
            request.setTransactionId(begun.getTransactionId());
            ask(request);
        }
        StopTransactionConfirmation ended =
                ask(core.createStopTransactionRequest(3000, ZonedDateTime.now(), begun.getTransactionId()));
        assertThat(ended).isNotNull();
    }

    private void connect(String url) throws Exception {
        CompletableFuture<Void> opened = new CompletableFuture<>();
        station.connect(url, new ClientEvents() {
            @Override
            public void connectionOpened() {
                opened.complete(null);
            }

            @Override
            public void connectionClosed() {
                opened.completeExceptionally(new IllegalStateException("closed"));
            }
        });
        opened.get(20, TimeUnit.SECONDS);
    }

    @SuppressWarnings("unchecked")
    private <C extends Confirmation> C ask(Request request) throws Exception {
        return (C) station.send(request).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
