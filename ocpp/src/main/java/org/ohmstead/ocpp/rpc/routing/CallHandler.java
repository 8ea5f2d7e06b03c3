package org.ohmstead.ocpp.rpc.routing;

import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;

/**
 * Serves one action. Runs in plain blocking code on the link's worker, one CALL after the other in order of arrival.
 * The answer leaves when it returns: what the answer promises must be durable by then. It must not wait for an answer of
 * the same station, whose other CALLs would wait with it.
 *
 * @param <C> what the owner of the links calls its caller
 * @param <Q> the record of the request
 * @param <R> the record of the answer
 */
@FunctionalInterface
public interface CallHandler<C, Q extends OcppCall<R>, R extends OcppResult> {
    R handle(C caller, Q request) throws CallRefused;

    /**
     * Whether it answers from memory in microseconds, whatever happens. Then it may run on the thread that reads the socket,
     * where nothing of the same link waits or runs: a change of threads costs more than such an answer.
     */
    default boolean isPrompt() {
        return false;
    }
}
