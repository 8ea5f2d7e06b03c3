package org.ohmstead.charging.ocpp2;

import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.stations.Caller;

/**
 * Another slice that reads something in the events of sessions, such as by which tariff one runs. Told when the session is
 * written and not answered yet; so what fails here makes the station repeat the event. Must be quick where there is nothing to
 * read, and must not wait for the station. A bean that implements it is found by itself.
 */
@FunctionalInterface
public interface TransactionEventListener2 {
    void after(Caller caller, TransactionEvent.Request call);
}
