package org.ohmstead.bench.siege;

import java.io.IOException;
import java.util.List;

/** What one station can say to cost much. */
final class MessageAttacks {
    private static final String OPENED = "[2,\"b\",\"BootNotification\",{\"reason\":\"PowerUp\","
            + "\"chargingStation\":{\"vendorName\":\"V\",\"model\":\"M\"}}]";

    private MessageAttacks() {}

    private static Stranger station(Battlefield field, String identity) throws IOException {
        Stranger station = field.connect();
        try {
            if (!station.station(identity, "ocpp2.0.1")) {
                throw new IOException("not let in");
            }
            station.text(OPENED);
            station.answer("b");
            return station;
        } catch (IOException e) {
            station.close();
            throw e;
        }
    }

    /** As numbers and as texts, in a field that is a number and in one that is anything. */
    static void numbers(Battlefield field) throws IOException {
        try (Stranger station = station(field, "NUMBERS")) {
            List<String> numbers = List.of(
                    "1e2147483648",
                    "-1e2147483647",
                    "1e-2147483648",
                    "9".repeat(1_000_000),
                    "0." + "1".repeat(1_000_000));
            for (String number : numbers) {
                for (String value : List.of(number, "\"" + number + "\"")) {
                    station.text("[2,\"n\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":{\"n\":" + value + "}}]");
                    station.text(
                            "[2,\"n2\",\"MeterValues\",{\"evseId\":1,\"meterValue\":[{\"timestamp\":\"2026-01-02T03:04:05Z\","
                                    + "\"sampledValue\":[{\"value\":" + value + "}]}]}]");
                    station.text("[2,\"alive\",\"Heartbeat\",{}]");
                    station.answer("alive");
                }
            }
        }
        try (Stranger station = field.connect()) {
            station.station("NUMBERS-16", "ocpp1.6");
            station.text("[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]");
            station.answer("b");
            station.text(
                    "[2,\"n\",\"MeterValues\",{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"2026-01-02T03:04:05Z\","
                            + "\"sampledValue\":[{\"value\":\"" + "9".repeat(900_000) + "\"}]}]}]");
            station.answer("n");
        }
    }

    /** As many messages as go out before the server stops reading. */
    static void largeAndUnread(Battlefield field) throws IOException {
        StringBuilder readings = new StringBuilder();
        while (readings.length() < 1_000_000) {
            readings.append(readings.isEmpty() ? "" : ",")
                    .append(
                            "{\"timestamp\":\"2026-01-02T03:04:05Z\",\"sampledValue\":[{\"value\":1},{\"value\":2},{\"value\":3}]}");
        }
        String message = ",\"MeterValues\",{\"evseId\":1,\"meterValue\":[" + readings + "]}]";
        try (Stranger station = station(field, "LARGE-" + field.random().nextInt(3))) {
            for (int i = 0; i < 30 && field.goesOn(); i++) {
                station.text("[2,\"" + i + "\"" + message);
            }
        }
    }

    static void sessionsWithoutEnd(Battlefield field) throws IOException {
        try (Stranger station = station(field, "ENDLESS")) {
            for (int i = 0; i < 2_000 && field.goesOn(); i++) {
                station.text(
                        "[2,\"s\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":\"2026-01-02T03:04:05Z\","
                                + "\"triggerReason\":\"CablePluggedIn\",\"seqNo\":0,\"transactionInfo\":{\"transactionId\":\""
                                + Long.toHexString(field.random().nextLong()) + "\"}}]");
                station.answer("s");
            }
        }
    }

    static void reverseOrder(Battlefield field) throws IOException {
        try (Stranger station = station(field, "REVERSE")) {
            String transaction = Long.toHexString(field.random().nextLong());
            for (int i = 4_000; i > 0 && field.goesOn(); i--) {
                station.text(
                        "[2,\"r\",\"TransactionEvent\",{\"eventType\":\"Updated\",\"timestamp\":\"2026-01-02T03:04:05Z\","
                                + "\"triggerReason\":\"MeterValuePeriodic\",\"seqNo\":" + i
                                + ",\"transactionInfo\":{\"transactionId\":\""
                                + transaction
                                + "\"},\"evse\":{\"id\":1},\"meterValue\":[{\"timestamp\":\"2026-01-02T03:04:05Z\","
                                + "\"sampledValue\":[{\"value\":" + i + "}]}]}]");
                station.answer("r");
            }
        }
    }
}
