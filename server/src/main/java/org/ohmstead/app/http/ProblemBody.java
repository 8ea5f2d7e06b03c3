package org.ohmstead.app.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients see it (RFC 9457).
 *
 * @param correlationId stands in the log too, and in the header {@code X-Correlation-Id}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String field,
        String correlationId) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    static ProblemBody of(Problem problem, String correlationId) {
        return new ProblemBody(
                "about:blank", problem.title(), problem.status(), problem.detail(), problem.field(), correlationId);
    }

    /** For where JAX-RS is not at work yet. */
    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }
}
