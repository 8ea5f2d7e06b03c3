package org.ohmstead.simulator.v2;

import org.ohmstead.ocpp.v2.StatusInfo;

/** Why something was refused: one of the reason codes of 2.x part 2, appendix 5. */
final class Reasons {
    private Reasons() {}

    static StatusInfo of(String code) {
        return new StatusInfo(code);
    }
}
