package org.ohmstead.vendor.kept;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.secrets.Secrets;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.vendor.TransferKeeper;
import org.ohmstead.vendor.VendorAnswer;

/** Keeps vendors' messages both ways, without passwords and keys. */
@Singleton
public class TransferLog implements TransferKeeper, CommandListener {
    static final String ACTION = "DataTransfer";

    /** What is longer is not kept; the message log has it for a while. */
    private static final int LONGEST = 100_000;

    private final SqlTransferStore store;
    private final Outbox outbox;

    @Inject
    public TransferLog(SqlTransferStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    @Override
    public void received(
            Caller caller, String vendorId, @Nullable String messageId, @Nullable JsonNode sent, VendorAnswer answer) {
        StationRef station = caller.station();
        Instant at = caller.receivedAt().truncatedTo(ChronoUnit.MICROS);
        String status =
                switch (answer.status()) {
                    case ACCEPTED -> "Accepted";
                    case REJECTED -> "Rejected";
                    case UNKNOWN_MESSAGE -> "UnknownMessageId";
                    case UNKNOWN_VENDOR -> "UnknownVendorId";
                };
        JsonNode data = kept(sent);
        KeptTransfer transfer =
                new KeptTransfer(0, true, vendorId, messageId, data, status, kept(answer.data()), null, null, at);
        store.received(
                station,
                transfer,
                tx -> outbox.append(
                        tx,
                        new DataTransferReceived(
                                station.tenant(),
                                station.id(),
                                at,
                                station.identity(),
                                vendorId,
                                messageId,
                                data,
                                status)));
    }

    private static @Nullable JsonNode kept(@Nullable JsonNode data) {
        return data == null
                        || data.isNull()
                        || data.isMissingNode()
                        || data.toString().length() > LONGEST
                ? null
                : Secrets.masked(data);
    }

    @Override
    public Set<String> actions() {
        return Set.of(ACTION);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        JsonNode payload = command.payload();
        JsonNode message = payload.path("messageId");
        Instant at = command.sentAt() == null ? command.createdAt() : command.sentAt();
        store.insert(
                tx,
                command.station(),
                new KeptTransfer(
                        0,
                        false,
                        payload.path("vendorId").asText(),
                        message.isTextual() ? message.asText() : null,
                        kept(payload.get("data")),
                        null,
                        null,
                        command.id(),
                        null,
                        at));
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode response = result.response();
        store.answered(
                tx,
                command.station(),
                command.id(),
                result.how().word(),
                response != null && response.path("status").isTextual()
                        ? response.path("status").asText()
                        : null,
                response == null ? null : kept(response.get("data")));
    }

    /** The newest first. */
    Page<KeptTransfer> page(StationRef station, SqlTransferStore.Filter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.before(station, filter, limit.rows() + 1, after), limit, transfer -> Cursor.at(transfer.id()));
    }
}
