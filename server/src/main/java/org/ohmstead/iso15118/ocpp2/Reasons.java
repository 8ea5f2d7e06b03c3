package org.ohmstead.iso15118.ocpp2;

import org.ohmstead.ocpp.v2.StatusInfo;

/** Why something failed, for a station and whoever reads its log. */
final class Reasons {
    /** Of StatusInfoType in 2.0.1; 2.1 has more room. */
    private static final int LONGEST = 512;

    private Reasons() {}

    static StatusInfo of(String code, String why) {
        return new StatusInfo(code, why.substring(0, Math.min(why.length(), LONGEST)));
    }
}
