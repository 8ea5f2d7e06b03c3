package org.ohmstead.bench.load;

/**
 * OCPP 1.6, one charging session after the other: StatusNotification, Authorize, StartTransaction, MeterValues with four
 * sampled values each, StopTransaction, StatusNotification.
 */
public final class Sessions16 implements Script {
    private final String identity;
    private final String token;
    private final Now now;
    private final Facts facts;
    private final Course course;
    private int meter;
    private int meterStart;
    private String transaction = "0";

    /** @param readings of each session */
    public Sessions16(String identity, String token, Now now, int readings, Facts facts) {
        this.identity = identity;
        this.token = token;
        this.now = now;
        this.facts = facts;
        this.course = new Course(readings);
    }

    @Override
    public String next() {
        return switch (course.next()) {
            case PREPARE -> status("Preparing");
            case AUTHORIZE -> ",\"Authorize\",{\"idTag\":\"" + token + "\"}]";
            case START ->
                ",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + token + "\",\"meterStart\":" + meter
                        + ",\"timestamp\":\"" + now.text() + "\"}]";
            case READ -> reading();
            case END ->
                ",\"StopTransaction\",{\"transactionId\":" + transaction + ",\"idTag\":\"" + token + "\",\"meterStop\":"
                        + ++meter + ",\"timestamp\":\"" + now.text() + "\",\"reason\":\"EVDisconnected\"}]";
            case LEAVE -> status("Available");
        };
    }

    @Override
    public void answered(String frame) {
        switch (course.step()) {
            case START -> {
                transaction = number(frame, "\"transactionId\":");
                meterStart = meter;
                facts.started(identity, "m" + meterStart, transaction);
            }
            case READ -> facts.read(identity, "m" + meterStart, meter);
            case END -> facts.ended(identity, "m" + meterStart, meter);
            case PREPARE, AUTHORIZE, LEAVE -> {}
        }
    }

    private String status(String status) {
        return ",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"" + status
                + "\",\"timestamp\":\"" + now.text() + "\"}]";
    }

    private String reading() {
        meter++; // a Wh: the loop turns so fast that more would be more than a charger gives
        return ",\"MeterValues\",{\"connectorId\":1,\"transactionId\":" + transaction
                + ",\"meterValue\":[{\"timestamp\":\"" + now.text() + "\",\"sampledValue\":["
                + "{\"value\":\"" + meter + "\",\"context\":\"Sample.Periodic\","
                + "\"measurand\":\"Energy.Active.Import.Register\",\"unit\":\"Wh\"},"
                + "{\"value\":\"11040\",\"context\":\"Sample.Periodic\","
                + "\"measurand\":\"Power.Active.Import\",\"unit\":\"W\"},"
                + "{\"value\":\"16.0\",\"context\":\"Sample.Periodic\",\"measurand\":\"Current.Import\",\"phase\":\"L1\","
                + "\"unit\":\"A\"},"
                + "{\"value\":\"230.1\",\"context\":\"Sample.Periodic\",\"measurand\":\"Voltage\",\"phase\":\"L1-N\","
                + "\"unit\":\"V\"}]}]}]";
    }

    /** The digits after a word of a frame; "0" when it is not there. */
    static String number(String frame, String word) {
        int start = frame.indexOf(word);
        if (start < 0) {
            return "0";
        }
        start += word.length();
        int end = start;
        while (end < frame.length() && Character.isDigit(frame.charAt(end))) {
            end++;
        }
        return frame.substring(start, end);
    }

    @Override
    public String boot() {
        return Version.V16.boot(identity);
    }

    @Override
    public String subprotocol() {
        return Version.V16.subprotocol();
    }
}
