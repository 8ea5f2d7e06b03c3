package org.ohmstead.diagnostics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.verbs.Words;

/** A request for a log in the words of each version. */
final class LogWords {
    static final String GET_LOG = "GetLog";
    static final String GET_DIAGNOSTICS = "GetDiagnostics";

    private LogWords() {}

    /** N01, of 2.x and of the security extension of 1.6. */
    static Words getLog(LogRequest request, String location) {
        ObjectNode payload = Words.newPayload();
        ObjectNode log = payload.putObject("log").put("remoteLocation", location);
        put(log, "oldestTimestamp", request.wanted().from());
        put(log, "latestTimestamp", request.wanted().to());
        payload.put("logType", request.wanted().kind().ocpp()).put("requestId", request.number());
        retries(payload, request);
        return new Words(GET_LOG, payload);
    }

    /** OCPP 1.6 §5.9. */
    static Words getDiagnostics(LogRequest request, String location) {
        ObjectNode payload = Words.newPayload().put("location", location);
        retries(payload, request);
        put(payload, "startTime", request.wanted().from());
        put(payload, "stopTime", request.wanted().to());
        return new Words(GET_DIAGNOSTICS, payload);
    }

    private static void retries(ObjectNode payload, LogRequest request) {
        if (request.wanted().retries() != null) {
            payload.put("retries", request.wanted().retries());
        }
        if (request.wanted().retrySeconds() != null) {
            payload.put("retryInterval", request.wanted().retrySeconds());
        }
    }

    private static void put(ObjectNode object, String name, @Nullable Instant at) {
        if (at != null) {
            object.put(name, at.truncatedTo(ChronoUnit.MILLIS).toString());
        }
    }
}
