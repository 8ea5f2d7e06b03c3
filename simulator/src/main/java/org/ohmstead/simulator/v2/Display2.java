package org.ohmstead.simulator.v2;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ohmstead.ocpp.v2.ClearDisplayMessage;
import org.ohmstead.ocpp.v2.CostUpdated;
import org.ohmstead.ocpp.v2.CustomerInformation;
import org.ohmstead.ocpp.v2.CustomerInformation.CustomerInformationStatus;
import org.ohmstead.ocpp.v2.DataTransfer;
import org.ohmstead.ocpp.v2.GetDisplayMessages;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.MessageFormat;
import org.ohmstead.ocpp.v2.MessageInfo;
import org.ohmstead.ocpp.v2.NotifyCustomerInformation;
import org.ohmstead.ocpp.v2.NotifyDisplayMessages;
import org.ohmstead.ocpp.v2.SetDisplayMessage;
import org.ohmstead.ocpp.v2.SetDisplayMessage.DisplayMessageStatus;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;

/** What a driver sees (O, I02) or leaves behind (N09), and data of vendors (P). */
final class Display2 {
    /** The vendor whose DataTransfer this station understands; its one message is an echo. */
    private static final String VENDOR = "org.ohmstead";

    private static final int MESSAGES_PER_PAGE = 10;

    private final Station station;
    private final Map<Integer, MessageInfo> messages = new LinkedHashMap<>();

    Display2(Protocol2 cs) {
        this.station = cs.station();
    }

    SetDisplayMessage.Response set(SetDisplayMessage.Request request) {
        MessageInfo message = request.message();
        String transaction = message.transactionId();
        if (transaction != null && station.charging().find(transaction).isEmpty()) {
            return new SetDisplayMessage.Response(DisplayMessageStatus.UnknownTransaction);
        }
        if (message.message().format() == MessageFormat.QRCODE) {
            return new SetDisplayMessage.Response(DisplayMessageStatus.NotSupportedMessageFormat);
        }
        synchronized (station) {
            messages.put(message.id(), message);
        }
        return new SetDisplayMessage.Response(DisplayMessageStatus.Accepted);
    }

    GetDisplayMessages.Response get(GetDisplayMessages.Request request) {
        List<MessageInfo> found;
        synchronized (station) {
            found = messages.values().stream()
                    .filter(one -> request.id() == null || request.id().contains(one.id()))
                    .filter(one -> request.priority() == null || request.priority() == one.priority())
                    .filter(one -> request.state() == null || request.state() == one.state())
                    .toList();
        }
        if (found.isEmpty()) {
            return new GetDisplayMessages.Response(GetDisplayMessages.GetDisplayMessagesStatus.Unknown);
        }
        station.afterAnswer(() -> {
            List<List<MessageInfo>> pages = Provisioning2.pages(found, MESSAGES_PER_PAGE);
            for (int page = 0; page < pages.size(); page++) {
                station.call(new NotifyDisplayMessages.Request(
                        request.requestId(), pages.get(page), page + 1 < pages.size()));
            }
        });
        return new GetDisplayMessages.Response(GetDisplayMessages.GetDisplayMessagesStatus.Accepted);
    }

    ClearDisplayMessage.Response clear(ClearDisplayMessage.Request request) {
        synchronized (station) {
            boolean known = messages.remove(request.id()) != null;
            return new ClearDisplayMessage.Response(
                    known
                            ? ClearDisplayMessage.ClearMessageStatus.Accepted
                            : ClearDisplayMessage.ClearMessageStatus.Unknown);
        }
    }

    /** Messages of a transaction go with it (O01.FR.07). */
    void ended(Transaction transaction) {
        synchronized (station) {
            messages.values().removeIf(one -> transaction.id().equalsIgnoreCase(one.transactionId()));
        }
    }

    CostUpdated.Response cost(CostUpdated.Request request) {
        return new CostUpdated.Response();
    }

    CustomerInformation.Response customer(CustomerInformation.Request request) {
        IdToken token = request.idToken();
        int named = (token == null ? 0 : 1)
                + (request.customerCertificate() == null ? 0 : 1)
                + (request.customerIdentifier() == null ? 0 : 1);
        if (named != 1) {
            return new CustomerInformation.Response(CustomerInformationStatus.Invalid);
        }
        if (!request.report() && !request.clear()) {
            return new CustomerInformation.Response(CustomerInformationStatus.Rejected);
        }
        String known = "";
        if (token != null) {
            synchronized (station) {
                known = station.localList()
                        .known(Protocol2.token(token, null))
                        .map(verdict -> "token=" + verdict.token().value() + " status=" + verdict.status())
                        .orElse("");
                if (request.clear()) {
                    station.localList().forget(token.idToken());
                }
            }
        }
        String data = known;
        if (request.report()) {
            station.afterAnswer(() -> station.call(
                    new NotifyCustomerInformation.Request(data, 0, station.stamp(), request.requestId(), false)));
        }
        return new CustomerInformation.Response(CustomerInformationStatus.Accepted);
    }

    DataTransfer.Response transfer(DataTransfer.Request request) {
        if (!request.vendorId().equalsIgnoreCase(VENDOR)) {
            return new DataTransfer.Response(DataTransfer.DataTransferStatus.UnknownVendorId);
        }
        if (!"Echo".equalsIgnoreCase(request.messageId())) {
            return new DataTransfer.Response(DataTransfer.DataTransferStatus.UnknownMessageId);
        }
        return new DataTransfer.Response(DataTransfer.DataTransferStatus.Accepted, null, request.data());
    }
}
