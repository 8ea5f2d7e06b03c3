package org.ohmstead.vendor.ocpp2;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.DataTransfer.DataTransferStatus;
import org.ohmstead.ocpp.v2.DataTransfer.Request;
import org.ohmstead.ocpp.v2.DataTransfer.Response;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;
import org.ohmstead.vendor.DataTransfers;
import org.ohmstead.vendor.TransferKeeper;
import org.ohmstead.vendor.VendorAnswer;

/** OCPP 2.x P02: a vendor's message, whose data is any JSON. */
@Singleton
public class DataTransfer2 implements CallHandler<Caller, Request, Response> {
    /** The most that 2.0.1 takes. */
    private static final int LONGEST_REASON = 512;

    private final DataTransfers transfers;
    private final TransferKeeper keeper;

    @Inject
    public DataTransfer2(DataTransfers transfers, TransferKeeper keeper) {
        this.transfers = transfers;
        this.keeper = keeper;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        VendorAnswer answer = transfers.serve(caller, call.vendorId(), call.messageId(), call.data());
        keeper.received(caller, call.vendorId(), call.messageId(), call.data(), answer);
        JsonNode data = answer.data() == null || answer.data().isNull() ? null : answer.data();
        return new Response(status(answer.status()), info(answer), data);
    }

    private static @Nullable StatusInfo info(VendorAnswer answer) {
        String reason = answer.reason();
        if (reason == null) {
            return null;
        }
        String code =
                switch (answer.status()) {
                    case ACCEPTED -> "NoError";
                    case REJECTED -> "Unspecified";
                    case UNKNOWN_MESSAGE, UNKNOWN_VENDOR -> "UnsupportedRequest";
                };
        return new StatusInfo(code, reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON));
    }

    private static DataTransferStatus status(VendorAnswer.Status status) {
        return switch (status) {
            case ACCEPTED -> DataTransferStatus.Accepted;
            case REJECTED -> DataTransferStatus.Rejected;
            case UNKNOWN_MESSAGE -> DataTransferStatus.UnknownMessageId;
            case UNKNOWN_VENDOR -> DataTransferStatus.UnknownVendorId;
        };
    }
}
