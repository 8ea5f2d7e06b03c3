package org.ohmstead.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.Step;

/** A payment as the API shows it. */
@Schema(name = "Payment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        long id,
        @Schema(examples = "stripe") String gateway,
        @Schema(enumeration = {"test", "live"}) String mode,

        @Schema(
                description = "created, authorizing, authorized, capturing, captured, partially_refunded, refunded,"
                        + " declined, voided, expired or capture_failed",
                examples = "authorized")
        String state,

        @Schema(examples = "EUR") String currency,
        @Schema(description = "That was wanted") BigDecimal amount,
        @Schema(description = "From which may be taken") BigDecimal held,

        @Schema(description = "What it has cost in the end. Absent: nobody has said so yet") @Nullable
        BigDecimal cost,

        @Schema(description = "What was taken") BigDecimal captured,
        @Schema(description = "What went back of it") BigDecimal refunded,

        @Schema(description = "Of the cost what is not paid")
        BigDecimal debt,

        @Schema(description = "Of whoever wanted it") String key,

        @Schema(description = "What it is for") @Nullable String subject,

        @Nullable String description,

        @Schema(description = "Ours, by which the provider knows it")
        String reference,

        @Schema(description = "The provider's id of it. Absent: none is known yet") @Nullable
        String providerId,

        @Schema(description = "Where the driver has to go to pay") @Nullable
        String actionUrl,

        @Schema(
                description =
                        "With which the driver's browser speaks to the provider; only in the answer to whoever makes"
                                + " the payment")
        @Nullable
        String clientToken,

        @Schema(description = "When the hold is over") @Nullable
        Instant holdEndsAt,

        @Schema(description = "Why it is not what it was to be") @Nullable
        FailureView failure,

        @Schema(description = "Who wanted it") String createdBy,
        Instant createdAt,
        Instant changedAt,

        @Schema(description = "What happened to it, the oldest first; in a list absent") @Nullable
        List<StepView> history) {

    /** Why something was not done. */
    @Schema(name = "PaymentFailure")
    public record FailureView(
            @Schema(description = "A word of the provider, or of our own")
            String code,

            String message) {
        static @Nullable FailureView of(@Nullable Failure failure) {
            return failure == null ? null : new FailureView(failure.code(), failure.message());
        }
    }

    /** A line of the history. */
    @Schema(name = "PaymentStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StepView(
            Instant at,

            @Schema(description = "That it had from then on")
            String state,

            @Schema(description = "authorize, capture, refund or cancel, begun or ended. Absent: none of ours")
            @Nullable
            String operation,

            @Nullable BigDecimal amount,

            @Schema(description = "Who or what: an actor, provider, reconciliation", examples = "provider")
            String cause,

            @Nullable String note) {
        static StepView of(Step step) {
            return new StepView(
                    step.at(),
                    step.state().word(),
                    step.operation() == null ? null : step.operation().word(),
                    amountOf(step.amount()),
                    step.cause(),
                    step.note());
        }
    }

    static PaymentView of(Payment one) {
        return of(one, null, null);
    }

    static PaymentView of(Payment one, List<Step> history) {
        return of(one, null, history);
    }

    /** For whoever makes it. */
    static PaymentView withToken(Payment one, List<Step> history) {
        return of(one, one.link().token(), history);
    }

    private static PaymentView of(Payment one, @Nullable String token, @Nullable List<Step> history) {
        Payment.Terms terms = one.terms();
        Payment.Sums sums = one.sums();
        Payment.Link link = one.link();
        return new PaymentView(
                one.id(),
                terms.gateway(),
                terms.live() ? "live" : "test",
                one.state().word(),
                terms.amount().currency().getCurrencyCode(),
                terms.amount().amount(),
                sums.held().amount(),
                amountOf(sums.cost()),
                sums.captured().amount(),
                sums.refunded().amount(),
                sums.owed().amount(),
                terms.key(),
                terms.subject(),
                terms.description(),
                one.reference(),
                link.name(),
                link.actionUrl(),
                token,
                link.holdEndsAt(),
                FailureView.of(one.failure()),
                one.createdBy(),
                one.createdAt(),
                one.changedAt(),
                history == null ? null : history.stream().map(StepView::of).toList());
    }

    private static @Nullable BigDecimal amountOf(@Nullable Money money) {
        return money == null ? null : money.amount();
    }
}
