package org.ohmstead.app.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.ohmstead.api.IfMatch;

/** Every error is a problem, and some may happen to any request of a kind. */
final class ErrorAnswers {
    private static final String PROBLEM = "#/components/schemas/Problem";
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String CORRELATION = "X-Correlation-Id";

    private ErrorAnswers() {}

    /** @param parameters of the operation and of its path */
    static void complete(Operation operation, List<Parameter> parameters, String path) {
        APIResponses answers = operation.getResponses();
        for (Map.Entry<String, APIResponse> answer : answers.getAPIResponses().entrySet()) {
            if (answer.getKey().compareTo("400") >= 0 && answer.getValue().getContent() == null) {
                problem(answer.getValue());
            }
        }
        boolean api = path.startsWith("/api/");
        boolean body = operation.getRequestBody() != null;
        add(answers, "400", "BadRequest", body || (api && (has(parameters, In.QUERY) || has(parameters, In.HEADER))));
        add(answers, "401", "Unauthorized", !path.startsWith("/health"));
        add(answers, "403", "Forbidden", !path.startsWith("/health"));
        add(answers, "404", "NotFound", has(parameters, In.PATH));
        add(answers, "412", "PreconditionFailed", parameters.stream().anyMatch(ErrorAnswers::isIfMatch));
        add(answers, "429", "TooManyRequests", api);
        add(answers, "413", "BodyTooLarge", body);
        add(answers, "415", "UnsupportedMediaType", body);
        add(answers, "503", "Unavailable", api);
        add(answers, "default", "Problem", true);
        answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
    }

    private static void problem(APIResponse answer) {
        answer.setContent(OASFactory.createContent()
                .addMediaType(
                        MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM))));
        answer.addHeader(CORRELATION, OASFactory.createHeader().ref("#/components/headers/" + CORRELATION));
    }

    private static void add(APIResponses answers, String status, String component, boolean applies) {
        if (applies && !answers.hasAPIResponse(status)) {
            answers.addAPIResponse(status, OASFactory.createAPIResponse().ref("#/components/responses/" + component));
        }
    }

    private static boolean isIfMatch(Parameter parameter) {
        return IfMatch.HEADER.equals(parameter.getName());
    }

    private static boolean has(List<Parameter> parameters, In in) {
        return parameters.stream().anyMatch(parameter -> parameter.getIn() == in);
    }
}
