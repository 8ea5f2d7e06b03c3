package org.ohmstead.tokens;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ohmstead.background.OneByOne;

/** The rules of other slices, in their order. */
@Singleton
public class VerdictRules {
    private final List<VerdictRule> rules;

    @Inject
    public VerdictRules(Instance<VerdictRule> rules) {
        this(rules.stream().toList());
    }

    public VerdictRules(List<VerdictRule> rules) {
        this.rules = rules.stream()
                .sorted(Comparator.comparingInt(VerdictRule::order))
                .toList();
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
