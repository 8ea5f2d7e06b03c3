package org.ohmstead.ocpp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One action of the protocol: the fact sheet behind its two records.
 *
 * @param name      as it stands on the wire
 * @param since     the version that brought it; 1.6 and 2.x are separate families
 * @param block     the functional block of the specification
 * @param direction who sends it
 * @param request   the record of its CALL, or of its SEND
 * @param response  the record of its CALLRESULT; null for a SEND, which has none
 */
public record Action(
        String name,
        OcppVersion since,
        Block block,
        Direction direction,
        Class<? extends Record> request,
        @Nullable Class<? extends Record> response) {

    /** Who sends an action. */
    public enum Direction {
        FROM_STATION,
        TO_STATION,
        BOTH;

        public boolean fromStation() {
            return this != TO_STATION;
        }

        public boolean toStation() {
            return this != FROM_STATION;
        }
    }

    /** The functional blocks: the feature profiles of 1.6 first, then the blocks of 2.x. */
    public enum Block {
        AUTHORIZATION,
        AVAILABILITY,
        BATTERY_SWAPPING,
        BIDIRECTIONAL_POWER_TRANSFER,
        CERTIFICATE_MANAGEMENT,
        CORE,
        DATA_TRANSFER,
        DER_CONTROL,
        DIAGNOSTICS,
        DISPLAY_MESSAGE,
        FIRMWARE_MANAGEMENT,
        LOCAL_AUTHORIZATION_LIST_MANAGEMENT,
        LOCAL_AUTH_LIST_MANAGEMENT,
        METER_VALUES,
        PROVISIONING,
        REMOTE_CONTROL,
        REMOTE_TRIGGER,
        RESERVATION,
        SECURITY,
        SMART_CHARGING,
        TARIFF_AND_COST,
        TRANSACTIONS;

        /** As it stands in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it goes out as a SEND, which nobody answers. */
    public boolean isSend() {
        return response == null;
    }
}
