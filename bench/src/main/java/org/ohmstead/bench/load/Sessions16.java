package org.ohmstead.bench.load;

/**
 * OCPP 1.6, one charging session after the other: StatusNotification, Authorize, StartTransaction, three MeterValues with
 * four sampled values each, StopTransaction, StatusNotification.
 */
public final class Sessions16 implements Script {
    private final String identity;
    private final String token;
    private final Now now;
    private final Facts facts;
    private int step = -1;
    private int meter;
    private int meterStart;
    private String transaction = "0";

    public Sessions16(String identity, String token, Now now, Facts facts) {
        this.identity = identity;
        this.token = token;
        this.now = now;
        this.facts = facts;
    }

    @Override
    public String next() {
        step = (step + 1) % 8;
        return switch (step) {
            case 0 -> status("Preparing");
            case 1 -> ",\"Authorize\",{\"idTag\":\"" + token + "\"}]";
            case 2 ->
                ",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"" + token + "\",\"meterStart\":" + meter
                        + ",\"timestamp\":\"" + now.text() + "\"}]";
            case 3, 4, 5 -> reading();
            case 6 ->
                ",\"StopTransaction\",{\"transactionId\":" + transaction + ",\"idTag\":\"" + token + "\",\"meterStop\":"
                        + ++meter + ",\"timestamp\":\"" + now.text() + "\",\"reason\":\"EVDisconnected\"}]";
            default -> status("Available");
        };
    }

    @Override
    public void answered(String frame) {
        switch (step) {
            case 2 -> {
                transaction = number(frame, "\"transactionId\":");
                meterStart = meter;
                facts.started(identity, "m" + meterStart, transaction);
            }
            case 3, 4, 5 -> facts.read(identity, meter);
            case 6 -> facts.ended(identity, "m" + meterStart);
            default -> {}
        }
    }

    private String status(String status) {
        return ",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"" + status
                + "\",\"timestamp\":\"" + now.text() + "\"}]";
    }

    private String reading() {
        meter += 20;
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
