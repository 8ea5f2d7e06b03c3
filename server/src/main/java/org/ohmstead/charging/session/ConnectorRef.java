package org.ohmstead.charging.session;

import org.jspecify.annotations.Nullable;

/**
 * Where a session takes place. Connector n of OCPP 1.6 is connector 1 of EVSE n.
 *
 * @param evse      null: not named yet
 * @param connector null: not named
 */
public record ConnectorRef(@Nullable Integer evse, @Nullable Integer connector) {
    public static final ConnectorRef UNKNOWN = new ConnectorRef(null, null);

    /** The place of a 1.6 connector; 0 and null are none that a session can have. */
    public static ConnectorRef ofConnector16(@Nullable Integer connector) {
        return connector == null || connector <= 0 ? UNKNOWN : new ConnectorRef(connector, 1);
    }

    /** What is known stays known: stations name the EVSE once (E01.FR.16), and the connector perhaps never (field note 126). */
    public ConnectorRef or(ConnectorRef later) {
        if (evse == null) {
            return later;
        }
        return connector == null && evse.equals(later.evse) ? later : this;
    }
}
