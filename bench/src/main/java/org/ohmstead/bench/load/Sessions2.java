package org.ohmstead.bench.load;

/**
 * OCPP 2.x, one charging session after the other: StatusNotification, Authorize, TransactionEvent Started, three Updated
 * with four sampled values each, Ended, StatusNotification.
 */
public final class Sessions2 implements Script {
    private final String identity;
    private final String token;
    private final Version version;
    private final Now now;
    private final String run;
    private final Facts facts;
    private int step = -1;
    private int session;
    private int meter;

    /**
     * @param run what makes the transaction ids of this run differ from those of earlier ones
     */
    public Sessions2(String identity, String token, Version version, Now now, String run, Facts facts) {
        this.identity = identity;
        this.token = token;
        this.version = version;
        this.now = now;
        this.run = run;
        this.facts = facts;
    }

    @Override
    public String next() {
        step = (step + 1) % 8;
        return switch (step) {
            case 0 -> status("Occupied");
            case 1 -> ",\"Authorize\",{\"idToken\":" + idToken() + "}]";
            case 2 -> {
                session++;
                yield event("Started", "Authorized", ",\"chargingState\":\"Charging\"", ",\"idToken\":" + idToken());
            }
            case 3, 4, 5 ->
                event(
                        "Updated",
                        "MeterValuePeriodic",
                        ",\"chargingState\":\"Charging\"",
                        ",\"meterValue\":" + reading());
            case 6 -> event("Ended", "EVDeparted", ",\"stoppedReason\":\"EVDisconnected\"", "");
            default -> status("Available");
        };
    }

    @Override
    public void answered(String frame) {
        switch (step) {
            case 2 -> facts.started(identity, transaction(), "");
            case 3, 4, 5 -> facts.read(identity, meter);
            case 6 -> facts.ended(identity, transaction());
            default -> {}
        }
    }

    private String transaction() {
        return run + "-" + session;
    }

    private String status(String status) {
        return ",\"StatusNotification\",{\"timestamp\":\"" + now.text() + "\",\"connectorStatus\":\"" + status
                + "\",\"evseId\":1,\"connectorId\":1}]";
    }

    private String idToken() {
        return "{\"idToken\":\"" + token + "\",\"type\":\"ISO14443\"}";
    }

    private String event(String type, String trigger, String info, String more) {
        return ",\"TransactionEvent\",{\"eventType\":\"" + type + "\",\"timestamp\":\"" + now.text()
                + "\",\"triggerReason\":\"" + trigger + "\",\"seqNo\":" + (step - 2)
                + ",\"transactionInfo\":{\"transactionId\":\"" + transaction() + "\"" + info
                + "},\"evse\":{\"id\":1,\"connectorId\":1}" + more + "}]";
    }

    private String reading() {
        meter += 20;
        return "[{\"timestamp\":\"" + now.text() + "\",\"sampledValue\":["
                + "{\"value\":" + meter + ",\"context\":\"Sample.Periodic\","
                + "\"measurand\":\"Energy.Active.Import.Register\",\"unitOfMeasure\":{\"unit\":\"Wh\"}},"
                + "{\"value\":11040,\"context\":\"Sample.Periodic\","
                + "\"measurand\":\"Power.Active.Import\",\"unitOfMeasure\":{\"unit\":\"W\"}},"
                + "{\"value\":16.0,\"context\":\"Sample.Periodic\",\"measurand\":\"Current.Import\",\"phase\":\"L1\","
                + "\"unitOfMeasure\":{\"unit\":\"A\"}},"
                + "{\"value\":230.1,\"context\":\"Sample.Periodic\",\"measurand\":\"Voltage\",\"phase\":\"L1-N\","
                + "\"unitOfMeasure\":{\"unit\":\"V\"}}]}]";
    }

    @Override
    public String boot() {
        return version.boot(identity);
    }

    @Override
    public String subprotocol() {
        return version.subprotocol();
    }
}
