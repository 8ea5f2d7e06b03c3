package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.monitoring.places.MonitoredVariable;

/**
 * What a station answered to each monitor that was to be set. Its results need not stand in the order of the request, so they are
 * found by component, variable, type and severity.
 */
final class MonitorAnswers {
    private MonitorAnswers() {}

    /**
     * @param wanted {@code SetMonitoringDataType}
     * @param result {@code SetMonitoringResultType}; null: the station says nothing about it
     */
    record Answer(JsonNode wanted, @Nullable JsonNode result) {
        String status() {
            return result == null ? "" : result.path("status").asText();
        }
    }

    /** In the order of the request. */
    static List<Answer> of(JsonNode payload, JsonNode response) {
        List<JsonNode> results = new ArrayList<>();
        response.path("setMonitoringResult").forEach(results::add);
        List<Answer> answers = new ArrayList<>();
        for (JsonNode wanted : payload.path("setMonitoringData")) {
            JsonNode found = results.stream()
                    .filter(result -> key(result).equals(key(wanted)))
                    .findFirst()
                    .orElse(null);
            if (found != null) {
                results.remove(found);
            }
            answers.add(new Answer(wanted, found));
        }
        return answers;
    }

    private static String key(JsonNode one) {
        return MonitoredVariable.of(one).place() + " "
                + one.path("type").asText().toLowerCase(Locale.ROOT) + " "
                + one.path("severity").asText();
    }
}
