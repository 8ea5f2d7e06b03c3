package org.ohmstead.pricing.charge;

/** What a vehicle that is connected does. */
public enum Activity {
    /** It takes energy. */
    CHARGING,
    /** It does not ask for power ({@code SuspendedEV}): its time is parking. */
    PARKED,
    /** It asks for power and gets none, because we or the station hold it back ({@code SuspendedEVSE}): its time is not priced. */
    PAUSED
}
