package org.ohmstead.payments.payme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.AccountKey;
import org.ohmstead.payments.gateways.GatewayAccounts;

/** Payme's JSON-RPC: whatever is wrong is an error in an answer of status 200, because others are read as "out of order". */
@Singleton
public class PaymeDoor {
    private static final String USER = "Paycom";
    private static final int LONGEST_ID = 100;
    /** The year 2286, and as far as databases go in any case. */
    private static final long LAST_TIME = 9_999_999_999_999L;

    private final GatewayAccounts accounts;
    private final PaymeMerchant merchant;

    @Inject
    public PaymeDoor(GatewayAccounts accounts, PaymeMerchant merchant) {
        this.accounts = accounts;
        this.merchant = merchant;
    }

    /** @throws Refused not found: there is no such account */
    ObjectNode answer(long accountId, @Nullable String authorization, byte[] body) {
        Account account = accounts.called(PaymeGateway.NAME, accountId)
                .orElseThrow(() -> Refused.notFound("There is no account " + accountId + " of Payme."));
        JsonNode id = NullNode.getInstance();
        try {
            checkRight(account, authorization);
            JsonNode request = json(body);
            id = request.path("id").isIntegralNumber() || request.path("id").isTextual() ? request.path("id") : id;
            return answer(id).set("result", result(account, request));
        } catch (PaymeRefusal refusal) {
            return answer(id).set("error", refusal.json());
        } catch (Refused moved) { // another node has changed it at the same moment: it comes again
            return answer(id)
                    .set(
                            "error",
                            PaymeRefusal.of(PaymeRefusal.BROKEN, "Try again", null)
                                    .json());
        }
    }

    /** Of whoever does not send a POST. */
    static ObjectNode notPost() {
        return answer(NullNode.getInstance())
                .set(
                        "error",
                        PaymeRefusal.of(PaymeRefusal.NOT_POST, "Only POST is allowed", null)
                                .json());
    }

    private static ObjectNode answer(JsonNode id) {
        return JsonNodeFactory.instance.objectNode().put("jsonrpc", "2.0").set("id", id);
    }

    private static void checkRight(Account account, @Nullable String authorization) {
        String right = USER + ":" + account.key(AccountKey.SECRET_KEY);
        byte[] shown = new byte[0];
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                shown = Base64.getDecoder().decode(authorization.substring(6).strip());
            } catch (IllegalArgumentException noBase64) {
                shown = new byte[0];
            }
        }
        if (!MessageDigest.isEqual(right.getBytes(StandardCharsets.UTF_8), shown)) {
            throw new PaymeRefusal(
                    PaymeRefusal.NO_RIGHT,
                    "Недостаточно привилегий",
                    "Huquqlar yetarli emas",
                    "The login is not the one of this cash desk",
                    null);
        }
    }

    private ObjectNode result(Account account, JsonNode request) {
        JsonNode params = request.path("params");
        if (!request.path("method").isTextual() || !params.isObject()) {
            throw PaymeRefusal.of(PaymeRefusal.NO_REQUEST, "method or params is missing", null);
        }
        String method = request.path("method").textValue();
        return switch (method) {
            case "CheckPerformTransaction" -> {
                merchant.payable(account, reference(params), amount(params));
                yield JsonNodeFactory.instance.objectNode().put("allow", true);
            }
            case "CreateTransaction" ->
                merchant.create(account, id(params), time(params, "time"), amount(params), reference(params));
            case "PerformTransaction" -> merchant.perform(account, id(params));
            case "CancelTransaction" -> merchant.cancel(account, id(params), reason(params));
            case "CheckTransaction" -> merchant.check(account, id(params));
            case "GetStatement" -> merchant.statement(account, time(params, "from"), time(params, "to"));
            default -> throw PaymeRefusal.of(PaymeRefusal.NO_METHOD, "There is no such method", cut(method));
        };
    }

    private static String id(JsonNode params) {
        String id = params.path("id").asText("");
        if (!params.path("id").isTextual() || id.length() > LONGEST_ID || !id.matches("[!-~]+")) {
            throw PaymeRefusal.of(PaymeRefusal.NO_REQUEST, "id is no id of a transaction", "id");
        }
        return id;
    }

    private static long amount(JsonNode params) {
        JsonNode amount = params.path("amount");
        if (!amount.isNumber()
                || !amount.canConvertToLong()
                || amount.decimalValue().stripTrailingZeros().scale() > 0) {
            throw PaymeRefusal.wrongAmount();
        }
        return amount.longValue();
    }

    private static String reference(JsonNode params) {
        JsonNode reference = params.path("account").path(PaymeGateway.FIELD);
        if (!reference.isTextual() || !reference.textValue().matches("[0-9a-f]{1,64}")) {
            throw PaymeRefusal.noPayment();
        }
        return reference.textValue();
    }

    private static Instant time(JsonNode params, String field) {
        JsonNode time = params.path(field);
        if (!time.isIntegralNumber()
                || !time.canConvertToLong()
                || time.longValue() < 0
                || time.longValue() > LAST_TIME) {
            throw PaymeRefusal.of(PaymeRefusal.NO_REQUEST, field + " is no time", field);
        }
        return Instant.ofEpochMilli(time.longValue());
    }

    private static @Nullable Integer reason(JsonNode params) {
        JsonNode reason = params.path("reason");
        return reason.isIntegralNumber() && reason.canConvertToInt() ? reason.intValue() : null;
    }

    private static String cut(String text) {
        return text.length() > LONGEST_ID ? text.substring(0, LONGEST_ID) : text;
    }

    private static JsonNode json(byte[] body) {
        try {
            JsonNode json = Json.tree(new String(body, StandardCharsets.UTF_8));
            if (!json.isObject()) {
                throw PaymeRefusal.of(PaymeRefusal.NO_REQUEST, "The request is no object", null);
            }
            return json;
        } catch (JsonProcessingException broken) {
            throw PaymeRefusal.of(PaymeRefusal.NO_JSON, "The request is no JSON", null);
        }
    }
}
