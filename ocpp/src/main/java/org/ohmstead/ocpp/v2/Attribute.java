package org.ohmstead.ocpp.v2;

/** Attribute. */
public enum Attribute {
    Actual,
    Target,
    MinSet,
    MaxSet
}
