package org.ohmstead.app.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/**
 * Names of operations where their annotation gives none: a verb and what the path names, such as {@code listStationConnectors}
 * for {@code GET /api/v1/stations/{station}/connectors}. They hang on nothing but the route, so that code can be renamed.
 */
final class OperationIds {
    private static final String API = "/api/v1/";

    private OperationIds() {}

    /** @param page whether it answers with a page of a list */
    static String of(HttpMethod method, String path, boolean page) {
        List<String> segments =
                List.of((path.startsWith(API) ? path.substring(API.length()) : path.substring(1)).split("/", -1));
        boolean oneOf = isParameter(segments.getLast());
        boolean isList = method == HttpMethod.GET && page && !oneOf;
        List<String> nouns = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (!isParameter(segments.get(i))) {
                boolean last = i == segments.size() - 1;
                boolean one = last ? method == HttpMethod.POST : isParameter(segments.get(i + 1));
                nouns.add(capitalised(one ? singular(segments.get(i)) : segments.get(i)));
            }
        }
        return verb(method, isList) + String.join("", nouns);
    }

    private static String verb(HttpMethod method, boolean isList) {
        return switch (method) {
            case GET -> isList ? "list" : "get";
            case POST -> "create";
            case PUT -> "set";
            case PATCH -> "change";
            case DELETE -> "remove";
            case HEAD, OPTIONS, TRACE -> method.name().toLowerCase(Locale.ROOT);
        };
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    private static String singular(String plural) {
        if (plural.endsWith("ies")) {
            return plural.substring(0, plural.length() - 3) + "y";
        }
        if (plural.endsWith("ses")) {
            return plural.substring(0, plural.length() - 2);
        }
        return plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
    }

    private static String capitalised(String words) {
        StringBuilder text = new StringBuilder();
        for (String word : words.split("-", -1)) {
            text.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return text.toString();
    }
}
