package org.ohmstead.vendor.ocpp16;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.DataTransfer.Request;
import org.ohmstead.ocpp.v16.DataTransfer.Response;
import org.ohmstead.ocpp.v16.DataTransfer.Status;
import org.ohmstead.stations.Caller;
import org.ohmstead.vendor.DataTransfers;
import org.ohmstead.vendor.TransferKeeper;
import org.ohmstead.vendor.VendorAnswer;

/** OCPP 1.6 §4.3: a vendor's message, whose data is a text. */
@Singleton
public class DataTransfer16 implements CallHandler<Caller, Request, Response> {
    private final DataTransfers transfers;
    private final TransferKeeper keeper;

    @Inject
    public DataTransfer16(DataTransfers transfers, TransferKeeper keeper) {
        this.transfers = transfers;
        this.keeper = keeper;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        JsonNode sent = call.data() == null ? null : TextNode.valueOf(call.data());
        VendorAnswer answer = transfers.serve(caller, call.vendorId(), call.messageId(), sent);
        keeper.received(caller, call.vendorId(), call.messageId(), sent, answer);
        return new Response(status(answer.status()), text(answer.data()));
    }

    private static @Nullable String text(@Nullable JsonNode data) {
        if (data == null || data.isNull()) {
            return null;
        }
        return data.isTextual() ? data.textValue() : data.toString();
    }

    private static Status status(VendorAnswer.Status status) {
        return switch (status) {
            case ACCEPTED -> Status.Accepted;
            case REJECTED -> Status.Rejected;
            case UNKNOWN_MESSAGE -> Status.UnknownMessageId;
            case UNKNOWN_VENDOR -> Status.UnknownVendorId;
        };
    }
}
