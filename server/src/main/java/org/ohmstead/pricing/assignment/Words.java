package org.ohmstead.pricing.assignment;

import java.util.ArrayList;
import java.util.List;

/** Targets in words, in English. */
final class Words {
    private Words() {}

    static String of(Target target) {
        List<String> parts = new ArrayList<>();
        if (target.token() != null) {
            parts.add("token " + target.token().value());
        } else if (target.tokenGroup() != null) {
            parts.add("tokens of the group '" + target.tokenGroup() + "'");
        } else {
            parts.add("everybody");
        }
        if (target.evse() != null && target.station() != null) {
            parts.add("at EVSE " + target.evse() + " of " + target.station().identity());
        } else if (target.station() != null) {
            parts.add("at " + target.station().identity());
        } else if (target.group() != null) {
            parts.add("at stations of the group '" + target.group().name() + "'");
        } else {
            parts.add("everywhere");
        }
        if (target.connectorType() != null) {
            parts.add("with " + target.connectorType());
        }
        return String.join(" ", parts);
    }
}
