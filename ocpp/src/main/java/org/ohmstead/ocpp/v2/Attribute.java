package org.ohmstead.ocpp.v2;

/** Which value of a variable: the present one, the wanted one, or a bound for the wanted one. */
public enum Attribute {
    Actual,
    Target,
    MinSet,
    MaxSet
}
