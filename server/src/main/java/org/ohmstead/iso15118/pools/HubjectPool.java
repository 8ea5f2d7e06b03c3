package org.ohmstead.iso15118.pools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.fetch.Fetching;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.fetch.Question;
import org.ohmstead.iso15118.fetch.Reply;

/**
 * The contract certificate pool of Hubject, by what is public of the Open Plug&amp;Charge Protocol (github.com/hubject/opcp,
 * /v1/ccp/signedContractData), behind tokens of OAuth 2.0 for clients (RFC 6749 §4.4).
 */
final class HubjectPool implements ContractPool {
    private static final int LARGEST = 1 << 20;
    /** A token that ends while it is on its way is of no use. */
    private static final Duration TO_SPARE = Duration.ofMinutes(1);

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Token(String value, Instant until) {}

    private final Fetching fetching;
    private final Iso15118Settings settings;
    private final Clock clock;
    private volatile @Nullable Token token;

    HubjectPool(Fetching fetching, Iso15118Settings settings, Clock clock) {
        this.fetching = fetching;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "hubject";
    }

    @Override
    public List<String> ask(Wish wish) throws NotAnswered {
        if (wish.update()) {
            throw new NotAnswered("the pool has an operation for CertificateInstallationReq, and none for updates");
        }
        long end = System.nanoTime() + settings.patience().toNanos();
        Reply reply = send(wish, left(end));
        if (reply.status() == 401) {
            token = null; // taken back, perhaps
            reply = send(wish, left(end));
        }
        if (reply.status() != 200) {
            throw new NotAnswered("the pool answers with the HTTP status " + reply.status() + said(reply));
        }
        return responses(json(reply, "the pool"), wish.emaids());
    }

    private static Duration left(long end) throws NotAnswered {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.isNegative()) {
            throw new NotAnswered("the pool did not answer in time");
        }
        return left;
    }

    private Reply send(Wish wish, Duration patience) throws NotAnswered {
        ObjectNode body = JSON.createObjectNode()
                .put("certificateInstallationReq", wish.exi())
                .put("xsdMsgDefNamespace", wish.schema());
        return fetching.known(
                new Question(
                        settings.hubject().url() + "/v1/ccp/signedContractData",
                        Map.of("Accept", "application/json", "Authorization", "Bearer " + token(patience)),
                        Question.Body.of("application/json", body.toString().getBytes(StandardCharsets.UTF_8)),
                        LARGEST),
                patience);
    }

    /** One answer for each contract; those that the vehicle wants first come first. */
    private static List<String> responses(JsonNode json, List<String> first) throws NotAnswered {
        List<JsonNode> contracts = new ArrayList<>();
        json.path("CCPResponse").path("emaidContent").forEach(one -> contracts.add(one.path("messageDef")));
        contracts.removeIf(one -> !one.path("certificateInstallationRes").isTextual());
        contracts.sort(Comparator.comparingInt(one -> {
            int place = first.indexOf(one.path("emaid").asText());
            return place < 0 ? first.size() : place;
        }));
        if (contracts.isEmpty()) {
            throw new NotAnswered("the pool has no contract for this vehicle");
        }
        return contracts.stream()
                .map(one -> one.path("certificateInstallationRes").asText())
                .toList();
    }

    /** Without a URL of tokens the secret is one itself, as test environments hand them out. */
    private String token(Duration patience) throws NotAnswered {
        Iso15118Settings.Hubject hubject = settings.hubject();
        Token known = token;
        if (hubject.tokenUrl().isEmpty()) {
            return hubject.clientSecret();
        }
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        String audience = hubject.audience().isEmpty() ? "" : "&audience=" + encoded(hubject.audience());
        String form = "grant_type=client_credentials&client_id=" + encoded(hubject.clientId()) + "&client_secret="
                + encoded(hubject.clientSecret()) + audience;
        Reply reply = fetching.known(
                new Question(
                        hubject.tokenUrl(),
                        Map.of("Accept", "application/json"),
                        Question.Body.of("application/x-www-form-urlencoded", form.getBytes(StandardCharsets.UTF_8)),
                        LARGEST),
                patience);
        JsonNode json = reply.status() == 200 ? json(reply, "the token's issuer") : JSON.createObjectNode();
        if (!json.path("access_token").isTextual()) {
            throw new NotAnswered("the token's issuer gives none, and answers with the HTTP status " + reply.status());
        }
        Duration lasts = Duration.ofSeconds(Math.min(json.path("expires_in").asLong(0), 86_400));
        String value = json.path("access_token").asText();
        token = new Token(value, clock.instant().plus(lasts).minus(TO_SPARE));
        return value;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode json(Reply reply, String who) throws NotAnswered {
        try {
            return JSON.readTree(reply.text());
        } catch (JsonProcessingException e) {
            throw new NotAnswered(who + " answers with something that is no JSON");
        }
    }

    /** What the pool says is wrong, for an operator. */
    private static String said(Reply reply) {
        String text = reply.text().replaceAll("\\p{Cntrl}+", " ").strip();
        return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), 200));
    }

    @Override
    public String test() throws NotAnswered {
        token = null;
        token(settings.patience());
        Reply reply = fetching.known(Question.get(settings.hubject().url(), LARGEST), settings.patience());
        return settings.hubject().tokenUrl().isEmpty()
                ? "The pool's server answers (HTTP " + reply.status() + "). The token is not tried before it is needed."
                : "A token was given, and the pool's server answers (HTTP " + reply.status() + ").";
    }
}
