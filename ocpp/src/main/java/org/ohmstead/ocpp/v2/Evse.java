package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Range;

/**
 * An EVSE, and one of its connectors if that matters.
 *
 * @param id          EVSE, numbered from 1
 * @param connectorId connector, numbered from 1; absent: the EVSE as a whole
 */
public record Evse(
        @Range(min = 0, since = V21) int id,
        @Range(min = 0, since = V21) @Nullable Integer connectorId,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Evse(int id, @Nullable Integer connectorId) {
        this(id, connectorId, null);
    }
    /** What the specification requires; the rest absent. */
    public Evse(int id) {
        this(id, null, null);
    }
}
