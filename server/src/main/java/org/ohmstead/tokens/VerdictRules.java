package org.ohmstead.tokens;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    Verdict judged(Verdict verdict, TokenQuery query) {
        if (!verdict.accepted()) {
            return verdict;
        }
        for (VerdictRule rule : rules) {
            Optional<VerdictRule.Refusal> refusal = rule.refuses(verdict, query);
            if (refusal.isPresent()) {
                return verdict.refused(refusal.get().status(), refusal.get().reason());
            }
        }
        return verdict;
    }
}
