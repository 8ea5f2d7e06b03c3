package org.ohmstead.ocpp.rpc.routing;

import java.util.List;
import org.ohmstead.ocpp.codec.Deviation;

/** What we were about to send breaks the schema; nothing was queued. A mistake of the caller, or of his user's input. */
public final class InvalidMessage extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String action;
    private final transient List<Deviation> deviations;

    public InvalidMessage(String action, List<Deviation> deviations) {
        super(action + " breaks the schema: " + Violation.describe(deviations));
        this.action = action;
        this.deviations = List.copyOf(deviations);
    }

    public String action() {
        return action;
    }

    public List<Deviation> deviations() {
        return deviations;
    }
}
