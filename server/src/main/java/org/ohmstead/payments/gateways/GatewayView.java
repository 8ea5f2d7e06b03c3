package org.ohmstead.payments.gateways;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account at a provider as the API shows it: never its secrets. */
@Schema(name = "PaymentGateway")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GatewayView(
        long id,
        @Schema(examples = "stripe") String gateway,
        @Schema(enumeration = {"test", "live"}) String mode,

        @Schema(description = "Whether new payments may use it")
        boolean enabled,

        @Nullable String merchantId,
        @Nullable String serviceId,
        @Nullable String userId,
        @Nullable String publicKey,

        @Schema(description = "Whether there is a secret key")
        boolean secretKeySet,

        @Schema(description = "Whether there is a secret of the webhook")
        boolean webhookSecretSet,

        @Schema(
                description =
                        "What the provider has to call, behind the public URL of this server. Absent: it calls nothing",
                examples = "/payments/stripe/3")
        @Nullable
        String callbackPath,

        Instant createdAt,
        Instant changedAt) {

    static GatewayView of(Account account) {
        return new GatewayView(
                account.id(),
                account.gateway(),
                account.mode(),
                account.enabled(),
                account.keyOrNull(AccountKey.MERCHANT_ID),
                account.keyOrNull(AccountKey.SERVICE_ID),
                account.keyOrNull(AccountKey.USER_ID),
                account.keyOrNull(AccountKey.PUBLIC_KEY),
                account.keys().containsKey(AccountKey.SECRET_KEY),
                account.keys().containsKey(AccountKey.WEBHOOK_SECRET),
                callbackPath(account),
                account.createdAt(),
                account.changedAt());
    }

    /** As it is recorded. */
    static Object audited(Account account) {
        return GatewayBody.of(account);
    }

    private static @Nullable String callbackPath(Account account) {
        return switch (account.gateway()) {
            case "stripe", "payme", "click" -> "/payments/" + account.gateway() + "/" + account.id();
            default -> null;
        };
    }
}
