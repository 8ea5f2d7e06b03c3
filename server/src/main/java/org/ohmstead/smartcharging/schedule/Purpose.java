package org.ohmstead.smartcharging.schedule;

/** What a profile governs (behaviour 7.1). */
public enum Purpose {
    /** Caps the station as a whole; on EVSE 0 only. ChargePointMaxProfile in OCPP 1.6. */
    STATION_MAX,
    /** Caps a station or an EVSE from outside, told by the station; nobody here sets or clears it (K01.FR.22). */
    EXTERNAL_CONSTRAINTS,
    /** Holds for each transaction that has nothing of its own. */
    TX_DEFAULT,
    /** Holds for one transaction. */
    TX,
    /** Beats both of the above while priority charging is on (K21). */
    PRIORITY,
    /** Power that is made on the spot: it is added on top (K27). */
    LOCAL_GENERATION
}
