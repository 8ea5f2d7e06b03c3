package org.ohmstead.payments.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.ProviderHttp;
import org.ohmstead.payments.gateways.ProviderHttp.NoReply;
import org.ohmstead.payments.gateways.ProviderHttp.Reply;
import org.ohmstead.payments.state.Failure;

/** Requests to Stripe: forms in, JSON out, of one version of its API. */
@Singleton
public class StripeApi {
    private static final String BASE = "https://api.stripe.com";
    /** Whatever is set for the account in Stripe's dashboard. */
    private static final String VERSION = "2024-06-20";

    private final ProviderHttp http;
    private final String base;

    @Inject
    public StripeApi() {
        this(new ProviderHttp(), BASE);
    }

    /** @param base for tests, of another server */
    public StripeApi(ProviderHttp http, String base) {
        this.http = http;
        this.base = base;
    }

    Reply get(Account account, String path) throws NoReply {
        return http.send(request(account, path).GET());
    }

    /** @param key a repetition with the same is answered as the first time */
    Reply post(Account account, String path, Map<String, String> fields, String key) throws NoReply {
        return http.send(request(account, path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(ProviderHttp.form(fields)));
    }

    private HttpRequest.Builder request(Account account, String path) {
        return HttpRequest.newBuilder(URI.create(base + path.replace("[", "%5B").replace("]", "%5D")))
                .header("Authorization", "Bearer " + account.key(AccountKey.SECRET_KEY))
                .header("Stripe-Version", VERSION);
    }

    static String encoded(String text) {
        return ProviderHttp.encoded(text);
    }

    /** For people. */
    static String error(Reply reply) {
        return failure(reply).message();
    }

    static Failure failure(Reply reply) {
        return failure(reply.body().path("error"));
    }

    /** @param error an object of Stripe's */
    static Failure failure(JsonNode error) {
        String code = first(error, "decline_code", "code", "type");
        return new Failure(
                code.isEmpty() ? "stripe" : code, error.path("message").asText("no reason given"));
    }

    private static String first(JsonNode error, String... fields) {
        for (String field : fields) {
            if (!error.path(field).asText("").isEmpty()) {
                return error.path(field).asText();
            }
        }
        return "";
    }
}
