package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;
import org.ohmstead.ocpp.schema.WireName;

/**
 * What a value measures. Import flows from the grid to the EV, Export back; Register is a running total, Interval the
 * part since the last reading; Offered is the most that the station grants; Display is what the EV shows its driver.
 */
public enum Measurand implements WireName {
    Current_Export("Current.Export"),
    Current_Import("Current.Import"),
    Current_Offered("Current.Offered"),
    Energy_Active_Export_Register("Energy.Active.Export.Register"),
    Energy_Active_Import_Register("Energy.Active.Import.Register"),
    Energy_Reactive_Export_Register("Energy.Reactive.Export.Register"),
    Energy_Reactive_Import_Register("Energy.Reactive.Import.Register"),
    Energy_Active_Export_Interval("Energy.Active.Export.Interval"),
    Energy_Active_Import_Interval("Energy.Active.Import.Interval"),
    Energy_Active_Net("Energy.Active.Net"),
    Energy_Reactive_Export_Interval("Energy.Reactive.Export.Interval"),
    Energy_Reactive_Import_Interval("Energy.Reactive.Import.Interval"),
    Energy_Reactive_Net("Energy.Reactive.Net"),
    Energy_Apparent_Net("Energy.Apparent.Net"),
    Energy_Apparent_Import("Energy.Apparent.Import"),
    Energy_Apparent_Export("Energy.Apparent.Export"),
    Frequency("Frequency"),
    Power_Active_Export("Power.Active.Export"),
    Power_Active_Import("Power.Active.Import"),
    Power_Factor("Power.Factor"),
    Power_Offered("Power.Offered"),
    Power_Reactive_Export("Power.Reactive.Export"),
    Power_Reactive_Import("Power.Reactive.Import"),
    SoC("SoC"),
    Voltage("Voltage"),
    @Since(V21)
    Current_Export_Offered("Current.Export.Offered"),
    @Since(V21)
    Current_Export_Minimum("Current.Export.Minimum"),
    @Since(V21)
    Current_Import_Offered("Current.Import.Offered"),
    @Since(V21)
    Current_Import_Minimum("Current.Import.Minimum"),
    @Since(V21)
    Display_PresentSOC("Display.PresentSOC"),
    @Since(V21)
    Display_MinimumSOC("Display.MinimumSOC"),
    @Since(V21)
    Display_TargetSOC("Display.TargetSOC"),
    @Since(V21)
    Display_MaximumSOC("Display.MaximumSOC"),
    @Since(V21)
    Display_RemainingTimeToMinimumSOC("Display.RemainingTimeToMinimumSOC"),
    @Since(V21)
    Display_RemainingTimeToTargetSOC("Display.RemainingTimeToTargetSOC"),
    @Since(V21)
    Display_RemainingTimeToMaximumSOC("Display.RemainingTimeToMaximumSOC"),
    @Since(V21)
    Display_ChargingComplete("Display.ChargingComplete"),
    @Since(V21)
    Display_BatteryEnergyCapacity("Display.BatteryEnergyCapacity"),
    @Since(V21)
    Display_InletHot("Display.InletHot"),
    @Since(V21)
    Energy_Active_Import_CableLoss("Energy.Active.Import.CableLoss"),
    @Since(V21)
    Energy_Active_Import_LocalGeneration_Register("Energy.Active.Import.LocalGeneration.Register"),
    @Since(V21)
    Energy_Active_Setpoint_Interval("Energy.Active.Setpoint.Interval"),
    @Since(V21)
    EnergyRequest_Target("EnergyRequest.Target"),
    @Since(V21)
    EnergyRequest_Minimum("EnergyRequest.Minimum"),
    @Since(V21)
    EnergyRequest_Maximum("EnergyRequest.Maximum"),
    @Since(V21)
    EnergyRequest_Minimum_V2X("EnergyRequest.Minimum.V2X"),
    @Since(V21)
    EnergyRequest_Maximum_V2X("EnergyRequest.Maximum.V2X"),
    @Since(V21)
    EnergyRequest_Bulk("EnergyRequest.Bulk"),
    @Since(V21)
    Power_Active_Setpoint("Power.Active.Setpoint"),
    @Since(V21)
    Power_Active_Residual("Power.Active.Residual"),
    @Since(V21)
    Power_Export_Minimum("Power.Export.Minimum"),
    @Since(V21)
    Power_Export_Offered("Power.Export.Offered"),
    @Since(V21)
    Power_Import_Offered("Power.Import.Offered"),
    @Since(V21)
    Power_Import_Minimum("Power.Import.Minimum"),
    @Since(V21)
    Voltage_Minimum("Voltage.Minimum"),
    @Since(V21)
    Voltage_Maximum("Voltage.Maximum");

    private final String wire;

    Measurand(String wire) {
        this.wire = wire;
    }

    @Override
    public String wire() {
        return wire;
    }
}
