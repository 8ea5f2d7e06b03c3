package org.ohmstead.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.ohmstead.acceptance.ActionWalk.Mood;
import org.ohmstead.acceptance.ActionWalk.Verb;

/** One action to one station: what the request is answered, what is kept and which events tell of it. */
final class ActionWalkStep {
    private static final String SHORT = "150ms";
    private static final String LONG = "1h";

    private final Api api;
    private final ApiDocument document;
    private final WalkedStation station;
    private final Verb verb;
    private final boolean door;
    private final List<String> faults = new ArrayList<>();
    private long command;

    ActionWalkStep(Api api, ApiDocument document, WalkedStation station, Verb verb) {
        this.api = api;
        this.document = document;
        this.station = station;
        this.verb = verb;
        this.door = verb.notIn().contains(station.mood());
    }

    List<String> faults() {
        return faults;
    }

    private void check(boolean holds, String what, Object seen) {
        if (!holds) {
            faults.add(station.identity() + " " + verb.action() + ": " + what + "; seen: " + seen);
        }
    }

    /** Sends it. What is kept of it now has the outcome, or waits. */
    void send() {
        long before = newest().path("id").asLong();
        station.isTold(verb.action());
        Api.Answer answer = door ? throughTheDoor() : byItsVerb();
        check(List.of(200, 201, 202).contains(answer.status()), "is taken", answer.text());
        Await.until(
                station.identity() + " has a new " + verb.action() + " behind " + answer.text(),
                () -> newest().path("id").asLong() > before && (isWaiting() || newest().has("outcome")));
        JsonNode kept = newest();
        command = kept.path("id").asLong();
        said(answer);
        if (isWaiting()) {
            check(kept.path("state").asText().equals("queued"), "is kept as queued", kept);
            check(kept.hasNonNull("expiresAt"), "is kept with its end", kept);
        } else {
            ended(kept);
        }
    }

    private boolean isWaiting() {
        return station.mood() == Mood.AWAY_FOR_A_WHILE;
    }

    private JsonNode newest() {
        return api.get("/api/v1/commands?limit=1&station=" + station.identity() + "&action=" + verb.action())
                .ok()
                .at("/items/0");
    }

    private Api.Answer byItsVerb() {
        Set<String> known = document.parameters(document.operations().get(verb.operation()), "query")
                .keySet();
        String option =
                switch (station.mood()) {
                    case SILENT -> "timeout=" + SHORT;
                    case AWAY_FOR_A_WHILE -> "ttl=" + LONG;
                    case ANSWERS, REFUSES, AWAY -> "";
                };
        if (!option.isEmpty()) {
            check(known.contains(option.split("=")[0]), "lets choose how long it waits", known);
        }
        String separator = option.isEmpty() ? "" : verb.path().contains("?") ? "&" : "?";
        return station.send(verb.method(), verb.path() + separator + option, verb.body());
    }

    private Api.Answer throughTheDoor() {
        String option =
                switch (station.mood()) {
                    case SILENT -> ",\"timeout\":\"" + SHORT + "\"";
                    case AWAY_FOR_A_WHILE -> ",\"ttl\":\"" + LONG + "\"";
                    case ANSWERS, REFUSES, AWAY -> "";
                };
        return api.post(
                "/api/v1/stations/" + station.identity() + "/commands",
                "{\"action\":\"" + verb.action() + "\",\"payload\":" + station.sample(verb.action()) + option + "}");
    }

    /** Whoever asked learns what came of it, in the words of the operation, and where to find the command. */
    private void said(Api.Answer answer) {
        List<String> allowed = door ? List.of() : words();
        if (allowed.isEmpty()) {
            List<String> outcomes = outcomes(answer.body());
            boolean right = isWaiting() ? outcomes.isEmpty() : outcomes.stream().anyMatch(this::isRight);
            check(right, "the answer says " + station.mood().outcome(), answer.text());
            check(!isWaiting() || answer.status() == 202, "the answer is 202", answer.status());
        } else {
            String word = answer.body()
                    .findPath("result")
                    .asText(answer.body().path("state").asText());
            check(allowed.contains(word), "the answer says one of " + allowed, answer.text());
        }
        boolean named = Pattern.compile("\"" + (door ? "id" : "command") + "\":" + command + "\\b")
                .matcher(answer.text())
                .find();
        boolean cannot = !door && namesNoCommand();
        check(named || cannot, "the answer names command " + command, answer.text());
    }

    /** Which words the answer of a verb may say, where it does not say the outcome; empty: it does. */
    private List<String> words() {
        Mood mood = station.mood();
        return switch (verb.operation()) {
            // Of what goes on for a while the answer says how far it is.
            case "updateFirmware", "requestLog", "publishFirmware" ->
                List.of(word(mood, "accepted", "refused", "requested", "refused", "requested"));
            case "resetStation" -> List.of(word(mood, "accepted", "rejected", "failed", "failed", "queued"));
            case "startRemotely" ->
                // A vehicle may be there already.
                List.of(
                        word(mood, "accepted", "rejected", "failed", "failed", "queued"),
                        word(mood, "plugged", "rejected", "failed", "failed", "queued"));
            case "setConfiguration" -> List.of(word(mood, "Accepted", "refused", "timedOut", "notConnected", "waits"));
            case "setAvailability" -> List.of("pending", "accepted", "rejected");
            default -> List.of();
        };
    }

    /** Whether the command leaves behind the answer, so that the answer cannot name it; or the answer is about a session. */
    private boolean namesNoCommand() {
        return switch (verb.operation()) {
            case "setAvailability", "stopSession" -> true;
            case "updateFirmware", "requestLog", "publishFirmware" -> isWaiting();
            default -> false;
        };
    }

    private static String word(Mood mood, String... words) {
        return words[mood.ordinal()];
    }

    /** That an answer has; but of what was told before it may also say what came of that. */
    private List<String> outcomes(JsonNode answer) {
        return answer.findParents("outcome").stream()
                .filter(one -> one.path("action").asText(verb.action()).equals(verb.action()))
                .map(one -> one.path("outcome").asText())
                .toList();
    }

    private boolean isRight(String outcome) {
        boolean reboots = verb.action().equals(ActionWalk.RESET) && station.mood() == Mood.SILENT;
        return outcome.equals(station.mood().outcome()) || reboots && outcome.equals("connectionLost");
    }

    private void ended(JsonNode kept) {
        Mood mood = station.mood();
        check(isRight(kept.path("outcome").asText()), "is kept as " + mood.outcome(), kept);
        check(kept.path("state").asText().equals("ended"), "is kept as ended", kept);
        check(kept.path("sent").asBoolean() == (mood != Mood.AWAY), "is kept whether it left", kept);
        check(kept.path("version").asText().equals(station.version().number()), "is kept with the version", kept);
        check(kept.has("response") == mood.outcome().equals("answered"), "is kept with the response", kept);
        check(
                kept.path("errorCode").asText().equals(mood == Mood.REFUSES ? "InternalError" : ""),
                "is kept with the code of the CALLERROR",
                kept);
        check(api.get("/api/v1/commands/" + command).ok().equals(kept), "is shown as it is listed", kept);
    }

    /** The station that was away is back, and has answered. */
    void comesBack() {
        Await.until(
                station.identity() + " answers " + verb.action(),
                () -> api.get("/api/v1/commands/" + command).ok().has("outcome"));
        ended(api.get("/api/v1/commands/" + command).ok());
    }

    /** @param told kinds of the events of each command, in their order */
    void checkEvents(Map<Long, List<String>> told) {
        List<String> expected =
                switch (station.mood()) {
                    case ANSWERS -> List.of("command.sent", "command.answered");
                    case REFUSES, SILENT -> List.of("command.sent", "command.failed");
                    case AWAY -> List.of("command.failed");
                    case AWAY_FOR_A_WHILE -> List.of("command.queued", "command.sent", "command.answered");
                };
        List<String> seen = told.getOrDefault(command, List.of());
        check(seen.equals(expected), "is told by " + expected, seen);
    }
}
