package org.ohmstead.payments.gateways;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** An account at a provider of payments, as it is set. */
@Schema(name = "PaymentGatewayBody")
public record GatewayBody(
        @Schema(
                description =
                        "stripe, payme, click, invoice (no money moves: all is a debt) or test. Not to be changed",
                examples = "stripe",
                required = true)
        @Nullable
        String gateway,

        @Schema(
                description = "test or live, whose keys are apart; the gateway test has test alone. Not to be changed."
                        + " Default: test",
                examples = "test")
        @Nullable
        String mode,

        @Schema(description = "Whether new payments may use it. Default: true") @Nullable
        Boolean enabled,

        @Schema(description = "payme: id of the cash desk; click: merchant id") @Nullable
        String merchantId,

        @Schema(description = "click: service id") @Nullable String serviceId,

        @Schema(description = "click: merchant user id, for reversals") @Nullable
        String userId,

        @Schema(description = "stripe: the publishable key, which the driver's browser needs") @Nullable
        String publicKey,

        @Schema(description = "Kept encrypted, and never shown. In a change absent or null: stays") @Nullable
        String secretKey,

        @Schema(
                description =
                        "stripe: of the webhook's signature. Kept encrypted, and never shown. In a change absent or"
                                + " null: stays")
        @Nullable
        String webhookSecret) {
    private static final int LONGEST = 500;

    /** A new one. @throws Refused invalid naming the field */
    Account account(long tenant, Instant now) {
        if (gateway == null) {
            throw Refused.invalid("gateway", "gateway is missing; allowed are stripe, payme, click, invoice and test.");
        }
        return new Account(0, tenant, gateway.strip(), isLive(), isEnabled(), keys(Map.of()), now, now);
    }

    /** What stands, changed. @throws Refused invalid naming the field */
    Account changed(Account before, Instant now) {
        if (!before.gateway().equals(gateway) || before.live() != isLive()) {
            throw Refused.invalid(
                    before.gateway().equals(gateway) ? "mode" : "gateway",
                    "gateway and mode cannot be changed: it is " + before.gateway() + " in mode " + before.mode()
                            + ". Make another account instead.");
        }
        return new Account(
                before.id(),
                before.tenant(),
                before.gateway(),
                before.live(),
                isEnabled(),
                keys(before.keys()),
                before.createdAt(),
                now);
    }

    /** What a change begins with: without secrets. */
    static GatewayBody of(Account account) {
        return new GatewayBody(
                account.gateway(),
                account.mode(),
                account.enabled(),
                account.keyOrNull(AccountKey.MERCHANT_ID),
                account.keyOrNull(AccountKey.SERVICE_ID),
                account.keyOrNull(AccountKey.USER_ID),
                account.keyOrNull(AccountKey.PUBLIC_KEY),
                null,
                null);
    }

    private boolean isEnabled() {
        return enabled == null || enabled;
    }

    private boolean isLive() {
        String word = mode == null ? "test" : mode.strip();
        if (!word.equals("live") && !word.equals("test")) {
            throw Refused.invalid("mode", "mode is '" + mode + "'; allowed are test and live.");
        }
        return word.equals("live");
    }

    /** @param before whose secrets stay where none are given */
    private Map<AccountKey, String> keys(Map<AccountKey, String> before) {
        Map<AccountKey, String> keys = new EnumMap<>(AccountKey.class);
        before.forEach((key, value) -> {
            if (key.isSecret()) {
                keys.put(key, value);
            }
        });
        put(keys, AccountKey.MERCHANT_ID, merchantId);
        put(keys, AccountKey.SERVICE_ID, serviceId);
        put(keys, AccountKey.USER_ID, userId);
        put(keys, AccountKey.PUBLIC_KEY, publicKey);
        put(keys, AccountKey.SECRET_KEY, secretKey);
        put(keys, AccountKey.WEBHOOK_SECRET, webhookSecret);
        return keys;
    }

    private static void put(Map<AccountKey, String> keys, AccountKey key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        String text = value.strip();
        if (text.length() > LONGEST || !text.chars().allMatch(each -> each > ' ' && each < 127)) {
            throw Refused.invalid(
                    key.field(),
                    key.field() + " has " + text.length() + " characters; allowed are 1 to " + LONGEST
                            + " visible ones of ASCII, without blanks.");
        }
        keys.put(key, text);
    }

    @Override
    public String toString() {
        return "GatewayBody " + gateway;
    }
}
