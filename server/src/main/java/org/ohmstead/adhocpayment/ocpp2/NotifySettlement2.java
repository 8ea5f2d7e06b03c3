package org.ohmstead.adhocpayment.ocpp2;

import static org.ohmstead.db.keys.KeptText.ofNullable;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.temporal.ChronoUnit;
import org.ohmstead.adhocpayment.SettlementReport;
import org.ohmstead.adhocpayment.Settlements;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.Address;
import org.ohmstead.ocpp.v2.NotifySettlement.Request;
import org.ohmstead.ocpp.v2.NotifySettlement.Response;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 C18 to C22: a payment at the terminal was settled, or it came to nothing. */
@Singleton
public class NotifySettlement2 implements CallHandler<Caller, Request, Response> {
    private static final int LONGEST_URL = 2_000;

    private final Settlements settlements;

    @Inject
    public NotifySettlement2(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        JsonNode company = call.vatCompany() == null ? null : Payloads.tree(Address.class, call.vatCompany());
        return settlements
                .reported(
                        caller.station(),
                        new SettlementReport(
                                KeptText.of(call.pspRef()),
                                ofNullable(call.transactionId()),
                                KeptText.of(caller.word("status", call.status())),
                                call.settlementAmount(),
                                call.settlementTime().truncatedTo(ChronoUnit.MICROS),
                                ofNullable(call.statusInfo()),
                                ofNullable(call.receiptId()),
                                ofNullable(call.receiptUrl()),
                                ofNullable(call.vatNumber()),
                                company),
                        caller.receivedAt())
                .filter(url -> url.length() <= LONGEST_URL)
                .map(url -> new Response(url, null))
                .orElseGet(Response::new);
    }
}
