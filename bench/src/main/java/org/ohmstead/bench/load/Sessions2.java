package org.ohmstead.bench.load;

/**
 * OCPP 2.x, one charging session after the other: StatusNotification, Authorize, TransactionEvent Started, Updated with
 * four sampled values each, Ended, StatusNotification.
 */
public final class Sessions2 implements Script {
    private final String identity;
    private final String token;
    private final Version version;
    private final Now now;
    private final String run;
    private final Facts facts;
    private final Course course;
    private int session;
    private int meter;

    /**
     * @param readings of each session
     * @param run what makes the transaction ids of this run differ from those of earlier ones
     */
    public Sessions2(String identity, String token, Version version, Now now, int readings, String run, Facts facts) {
        this.identity = identity;
        this.token = token;
        this.version = version;
        this.now = now;
        this.run = run;
        this.facts = facts;
        this.course = new Course(readings);
    }

    @Override
    public String next() {
        return switch (course.next()) {
            case PREPARE -> status("Occupied");
            case AUTHORIZE -> ",\"Authorize\",{\"idToken\":" + idToken() + "}]";
            case START -> {
                session++;
                yield event("Started", "Authorized", ",\"chargingState\":\"Charging\"", ",\"idToken\":" + idToken());
            }
            case READ ->
                event(
                        "Updated",
                        "MeterValuePeriodic",
                        ",\"chargingState\":\"Charging\"",
                        ",\"meterValue\":" + reading());
            case END -> event("Ended", "EVDeparted", ",\"stoppedReason\":\"EVDisconnected\"", "");
            case LEAVE -> status("Available");
        };
    }

    @Override
    public void answered(String frame) {
        switch (course.step()) {
            case START -> facts.started(identity, transaction(), "");
            case READ -> facts.read(identity, transaction(), meter);
            case END -> facts.ended(identity, transaction(), -1);
            case PREPARE, AUTHORIZE, LEAVE -> {}
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
                + "\",\"triggerReason\":\"" + trigger + "\",\"seqNo\":" + course.sinceStart()
                + ",\"transactionInfo\":{\"transactionId\":\"" + transaction() + "\"" + info
                + "},\"evse\":{\"id\":1,\"connectorId\":1}" + more + "}]";
    }

    private String reading() {
        meter++; // a Wh: the loop turns so fast that more would be more than a charger gives
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
