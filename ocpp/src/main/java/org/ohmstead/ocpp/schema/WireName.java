package org.ohmstead.ocpp.schema;

/** An enum whose constants look different on the wire, such as {@code Energy.Active.Import.Register}. */
public interface WireName {
    String wire();
}
