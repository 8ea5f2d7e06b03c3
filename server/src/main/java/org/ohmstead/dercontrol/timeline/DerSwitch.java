package org.ohmstead.dercontrol.timeline;

import java.time.Instant;
import java.util.List;

/**
 * What a station reports of the beginning or end of a control.
 *
 * @param superseded controlIds that it has displaced
 * @param at         by the station's clock
 * @param receivedAt by ours
 */
public record DerSwitch(String controlId, boolean started, List<String> superseded, Instant at, Instant receivedAt) {
    public DerSwitch {
        superseded = List.copyOf(superseded);
    }
}
