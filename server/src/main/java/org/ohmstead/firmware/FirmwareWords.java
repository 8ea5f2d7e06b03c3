package org.ohmstead.firmware;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.ohmstead.commands.verbs.Words;

/** An update of firmware in the words of each version. */
final class FirmwareWords {
    static final String UPDATE = "UpdateFirmware";
    static final String SIGNED_UPDATE = "SignedUpdateFirmware";

    private FirmwareWords() {}

    /** @param location of the image, with its secret */
    static Words of(FirmwareUpdate update, boolean isV2, String location) {
        return isV2 || update.sent().action().equals(SIGNED_UPDATE)
                ? withRequest(update, location)
                : unsigned16(update, location);
    }

    /** OCPP 1.6 §5.19. */
    private static Words unsigned16(FirmwareUpdate update, String location) {
        ObjectNode payload = Words.newPayload().put("location", location);
        payload.put("retrieveDate", time(update.order().retrieveAt()));
        retries(payload, update.order());
        return new Words(UPDATE, payload);
    }

    /** L01, L02: the security extension of 1.6 has the same words as 2.x. */
    private static Words withRequest(FirmwareUpdate update, String location) {
        FirmwareUpdate.Order order = update.order();
        ObjectNode payload = Words.newPayload().put("requestId", update.number());
        ObjectNode firmware = payload.putObject("firmware").put("location", location);
        firmware.put("retrieveDateTime", time(order.retrieveAt()));
        if (order.installAt() != null) {
            firmware.put("installDateTime", time(order.installAt()));
        }
        if (order.signature() != null) { // L01.FR.11
            firmware.put("signingCertificate", order.signature().certificate());
            firmware.put("signature", order.signature().value());
        }
        retries(payload, order);
        return new Words(update.sent().action(), payload);
    }

    private static void retries(ObjectNode payload, FirmwareUpdate.Order order) {
        if (order.retries() != null) {
            payload.put("retries", order.retries());
        }
        if (order.retrySeconds() != null) {
            payload.put("retryInterval", order.retrySeconds());
        }
    }

    private static String time(Instant at) {
        return Objects.requireNonNull(at).truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
