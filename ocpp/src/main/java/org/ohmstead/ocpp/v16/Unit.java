package org.ohmstead.ocpp.v16;

/** Unit of a reading. Celcius is an old spelling of Celsius that stations still use. */
public enum Unit {
    Wh,
    kWh,
    varh,
    kvarh,
    W,
    kW,
    VA,
    kVA,
    var,
    kvar,
    A,
    V,
    K,
    Celcius,
    Celsius,
    Fahrenheit,
    Percent
}
