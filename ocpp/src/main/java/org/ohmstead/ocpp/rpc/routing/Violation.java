package org.ohmstead.ocpp.rpc.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.ohmstead.ocpp.codec.Deviation;

/** What a broken rule looks like in a CALLERROR: its code, a sentence and details that a program can read. */
public final class Violation {
    /** A message may break its schema a thousand times; the first few tell the story. */
    private static final int SHOWN = 10;

    private Violation() {}

    /** The code of the first broken rule. */
    public static ErrorCode code(List<Deviation> broken) {
        return switch (broken.getFirst().rule()) {
            case REQUIRED, CARDINALITY -> ErrorCode.OccurrenceConstraintViolation;
            case TYPE -> ErrorCode.TypeConstraintViolation;
            case VALUE -> ErrorCode.PropertyConstraintViolation;
            case UNKNOWN_FIELD, NEWER, SYNTAX -> ErrorCode.FormatViolation;
        };
    }

    /** Field, found and allowed of the first; the number of the others. */
    public static String describe(List<Deviation> broken) {
        Deviation first = broken.getFirst();
        String field = first.path().isEmpty() ? "The payload" : first.path();
        String more = broken.size() == 1 ? "" : " (and " + (broken.size() - 1) + " more)";
        return field + ": found " + first.found() + ", allowed: " + first.allowed() + more;
    }

    public static String details(List<Deviation> broken) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        ArrayNode list = details.putArray("deviations");
        for (Deviation one : broken.subList(0, Math.min(SHOWN, broken.size()))) {
            list.addObject().put("path", one.path()).put("rule", one.rule().name());
        }
        return details.toString();
    }

    public static List<Deviation> joined(List<Deviation> some, List<Deviation> others) {
        if (some.isEmpty()) {
            return others;
        }
        if (others.isEmpty()) {
            return some;
        }
        List<Deviation> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }
}
