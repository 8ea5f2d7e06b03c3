package org.ohmstead.doctor;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;

/** Who does not get in and why, how often and since when, and what of that can be corrected from here. */
@Singleton
public class ConnectionProblems {
    private static final Duration USUAL = Duration.ofDays(1);

    private final SqlConnectionProblems problems;
    private final Supplier<Stream<ProblemAction>> actions;
    private final Clock clock;

    @Inject
    public ConnectionProblems(SqlConnectionProblems problems, Instance<ProblemAction> actions, Clock clock) {
        this(problems, actions::stream, clock);
    }

    ConnectionProblems(SqlConnectionProblems problems, Supplier<Stream<ProblemAction>> actions, Clock clock) {
        this.problems = problems;
        this.actions = actions;
        this.clock = clock;
    }

    /**
     * @param station an identity; null: all
     * @param from    only those that were so since then; null: within the last day
     */
    public Page<ConnectionProblemView> page(
            Scope scope, @Nullable String station, @Nullable Instant from, Limit limit, @Nullable Cursor cursor) {
        Instant now = clock.instant();
        List<ConnectionProblem> found = problems.since(
                scope,
                from == null ? now.minus(USUAL) : from,
                station,
                cursor == null ? Long.MAX_VALUE : cursor.id(),
                limit.rows() + 1);
        return Page.of(found, limit, problem -> Cursor.at(problem.id()))
                .map(problem -> ConnectionProblemView.of(problem, now, possible(problem)));
    }

    ConnectionProblemView get(Scope scope, long id) {
        ConnectionProblem problem = find(scope, id);
        return ConnectionProblemView.of(problem, clock.instant(), possible(problem));
    }

    /**
     * Corrects or accepts it.
     *
     * @param word of an action
     * @throws Refused not found; invalid for no action; in conflict where it is not possible
     */
    ConnectionProblemView resolve(Actor actor, long id, @Nullable String word) {
        ConnectionProblem problem = find(actor.scope(), id);
        List<String> known = actions.get().map(ProblemAction::word).sorted().toList();
        ProblemAction action = actions.get()
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "action", "action is '" + word + "'; allowed are " + String.join(", ", known) + "."));
        if (!action.isPossible(problem)) {
            throw Refused.conflict(
                    "action",
                    "'" + word + "' does not solve this problem: "
                            + RefusalAdvice.of(problem.latest().reason()).sentence() + " Possible are: "
                            + (possible(problem).isEmpty() ? "none" : String.join(", ", possible(problem))) + ".");
        }
        action.apply(actor, problem);
        return get(actor.scope(), id);
    }

    private ConnectionProblem find(Scope scope, long id) {
        return problems.of(scope, id)
                .orElseThrow(() -> Refused.notFound("There is no connection problem " + id
                        + ", or it has grown too old. GET /api/v1/connection-problems lists them."));
    }

    private List<String> possible(ConnectionProblem problem) {
        return actions.get()
                .filter(action -> action.isPossible(problem))
                .map(ProblemAction::word)
                .sorted()
                .toList();
    }
}
