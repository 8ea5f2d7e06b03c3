package org.ohmstead.ocpp.v16;

import org.ohmstead.ocpp.schema.WireName;

/**
 * What a value measures. Import flows from the grid to the EV, Export back; Register is a running total, Interval the
 * part since the last reading; Offered is the most that the station grants.
 */
public enum Measurand implements WireName {
    Energy_Active_Export_Register("Energy.Active.Export.Register"),
    Energy_Active_Import_Register("Energy.Active.Import.Register"),
    Energy_Reactive_Export_Register("Energy.Reactive.Export.Register"),
    Energy_Reactive_Import_Register("Energy.Reactive.Import.Register"),
    Energy_Active_Export_Interval("Energy.Active.Export.Interval"),
    Energy_Active_Import_Interval("Energy.Active.Import.Interval"),
    Energy_Reactive_Export_Interval("Energy.Reactive.Export.Interval"),
    Energy_Reactive_Import_Interval("Energy.Reactive.Import.Interval"),
    Power_Active_Export("Power.Active.Export"),
    Power_Active_Import("Power.Active.Import"),
    Power_Offered("Power.Offered"),
    Power_Reactive_Export("Power.Reactive.Export"),
    Power_Reactive_Import("Power.Reactive.Import"),
    Power_Factor("Power.Factor"),
    Current_Import("Current.Import"),
    Current_Export("Current.Export"),
    Current_Offered("Current.Offered"),
    Voltage("Voltage"),
    Frequency("Frequency"),
    Temperature("Temperature"),
    SoC("SoC"),
    RPM("RPM");

    private final String wire;

    Measurand(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
