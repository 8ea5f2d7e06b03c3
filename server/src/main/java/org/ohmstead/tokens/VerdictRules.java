package org.ohmstead.tokens;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.ohmstead.background.OneByOne;

/** The rules of other slices, in their order. */
@Singleton
public class VerdictRules {
    /**
     * A slice that stands for tokens that are not registered: those of our own, with which somebody has told a station to start.
     * A bean that implements it is found by itself.
     */
    @FunctionalInterface
    public interface Voucher {
        /** Asked at each message that bears a token that nobody knows, so it answers at once. */
        boolean vouchesFor(TokenQuery query);
    }

    private final List<VerdictRule> rules;
    private final List<Voucher> vouchers;

    @Inject
    public VerdictRules(Instance<VerdictRule> rules, Instance<Voucher> vouchers) {
        this(rules.stream().toList(), vouchers.stream().toList());
    }

    public VerdictRules(List<VerdictRule> rules) {
        this(rules, List.of());
    }

    public VerdictRules(List<VerdictRule> rules, List<Voucher> vouchers) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(VerdictRule::order))
                .toList();
        this.vouchers = List.copyOf(vouchers);
    }

    /** Whether another slice stands for a token that nobody knows. One that fails does not. */
    boolean isVouchedFor(TokenQuery query) {
        AtomicBoolean vouched = new AtomicBoolean();
        for (Voucher voucher : vouchers) {
            OneByOne.attempt(
                    () -> "tenant=" + query.station().tenant() + " station="
                            + query.station().identity() + " asking "
                            + voucher.getClass().getSimpleName(),
                    () -> vouched.compareAndSet(false, voucher.vouchesFor(query)));
        }
        return vouched.get();
    }

    /** The verdict, or the first refusal of one that was accepted. */
    TokenVerdict judged(TokenVerdict verdict, TokenQuery query) {
        if (!verdict.accepted()) {
            return verdict;
        }
        for (VerdictRule rule : rules) {
            TokenVerdict next = judged(rule, verdict, query);
            if (!next.accepted()) {
                return next;
            }
        }
        return verdict;
    }

    /** A rule that fails says nothing: no message of a station is lost by it. */
    private static TokenVerdict judged(VerdictRule rule, TokenVerdict verdict, TokenQuery query) {
        AtomicReference<TokenVerdict> judged = new AtomicReference<>(verdict);
        OneByOne.attempt(
                () -> "tenant=" + query.station().tenant() + " station="
                        + query.station().identity() + " asking "
                        + rule.getClass().getSimpleName(),
                () -> rule.refuses(verdict, query)
                        .ifPresent(refusal -> judged.set(verdict.refused(refusal.status(), refusal.reason()))));
        return judged.get();
    }
}
