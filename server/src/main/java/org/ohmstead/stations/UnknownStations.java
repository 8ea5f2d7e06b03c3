package org.ohmstead.stations;

/** What happens when somebody connects with an identity that is not registered. */
public enum UnknownStations {
    /** It is turned away with 404 and noted as an attempt. */
    REJECT,
    /** It is registered and stays pending until an operator accepts it. */
    PENDING,
    /** It is registered and accepted at once: for tests and for closed networks. */
    ACCEPT
}
