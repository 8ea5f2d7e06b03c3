package org.ohmstead.bench.load;

/** A version of OCPP that virtual stations speak. */
public enum Version {
    V16("ocpp1.6"),
    V201("ocpp2.0.1"),
    V21("ocpp2.1");

    private final String subprotocol;

    Version(String subprotocol) {
        this.subprotocol = subprotocol;
    }

    public String subprotocol() {
        return subprotocol;
    }

    String boot(String identity) {
        return switch (this) {
            case V16 ->
                ",\"BootNotification\",{\"chargePointVendor\":\"Bench\",\"chargePointModel\":\"B1\","
                        + "\"chargePointSerialNumber\":\"" + identity + "\",\"firmwareVersion\":\"1.0\"}]";
            case V201, V21 ->
                ",\"BootNotification\",{\"reason\":\"PowerUp\",\"chargingStation\":{\"vendorName\":\"Bench\","
                        + "\"model\":\"B1\",\"serialNumber\":\"" + identity + "\",\"firmwareVersion\":\"1.0\"}}]";
        };
    }
}
