package org.ohmstead.ocpp.rpc.routing;

import org.ohmstead.ocpp.OcppSend;

/** Takes one kind of SEND (2.1), on the same worker and in the same order as the CALLs. Nobody hears of its failure but the log. */
@FunctionalInterface
public interface SendHandler<C, S extends OcppSend> {
    void handle(C caller, S message);
}
