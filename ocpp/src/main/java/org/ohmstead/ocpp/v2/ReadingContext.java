package org.ohmstead.ocpp.v2;

import org.ohmstead.ocpp.schema.WireName;

/**
 * Why a reading was taken. Sample_Clock: aligned to the clock; Sample_Periodic: at an interval within a transaction;
 * Interruption: charging paused or resumed.
 */
public enum ReadingContext implements WireName {
    Interruption_Begin("Interruption.Begin"),
    Interruption_End("Interruption.End"),
    Other("Other"),
    Sample_Clock("Sample.Clock"),
    Sample_Periodic("Sample.Periodic"),
    Transaction_Begin("Transaction.Begin"),
    Transaction_End("Transaction.End"),
    Trigger("Trigger");

    private final String wire;

    ReadingContext(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
