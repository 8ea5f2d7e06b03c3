package org.ohmstead.billing.bills;

import org.ohmstead.access.Actor;
import org.ohmstead.db.lanes.Tx;

/** Wants to know of each bill and credit as it is charged. A bean that implements it is found by itself. */
public interface ChargedBills {
    /** Within the unit that charges it: what is done here is done with it, or neither is. */
    void charged(Tx tx, Actor by, Bill bill);
}
