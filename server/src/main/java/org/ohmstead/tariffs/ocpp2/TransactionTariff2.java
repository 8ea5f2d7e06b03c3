package org.ohmstead.tariffs.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.ohmstead.charging.ocpp2.TransactionEventListener2;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.v2.CostDetails;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.TransactionEventKind;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.stations.Caller;
import org.ohmstead.tariffs.session.SessionTariffReport;
import org.ohmstead.tariffs.session.SessionTariffs;

/** OCPP 2.1 I08, I11, I12: by which tariff a session runs, and what it cost. Most stations tell neither. */
@Singleton
public class TransactionTariff2 implements TransactionEventListener2 {
    private final SessionTariffs tariffs;

    @Inject
    public TransactionTariff2(SessionTariffs tariffs) {
        this.tariffs = tariffs;
    }

    @Override
    public void after(Caller caller, TransactionEvent.Request call) {
        String tariff = call.transactionInfo().tariffId();
        CostDetails cost = call.costDetails();
        boolean isRefused = call.triggerReason() == TriggerReason.TariffNotAccepted;
        if (tariff == null && cost == null && !isRefused) {
            return;
        }
        Instant at = Objects.requireNonNullElse(call.timestamp(), caller.receivedAt());
        tariffs.reported(
                caller.station(),
                new SessionTariffReport(
                        KeptText.of(call.transactionInfo().transactionId()),
                        KeptText.ofNullable(tariff),
                        isRefused,
                        cost == null ? null : Payloads.tree(CostDetails.class, cost),
                        call.eventType() == TransactionEventKind.Ended,
                        at.truncatedTo(ChronoUnit.MICROS)),
                caller.receivedAt().truncatedTo(ChronoUnit.MICROS));
    }
}
