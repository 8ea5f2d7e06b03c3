package org.ohmstead.tokens.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenRules;
import org.ohmstead.tokens.TokenTypes;
import org.ohmstead.tokens.Tokens;
import org.ohmstead.tokens.blocking.TokenCharging;
import org.ohmstead.tokens.blocking.TokenSessions;

/**
 * Many tokens at once, all or none. Each entry is merged with the token that it names: what it does not say stays as it is, so
 * that a list of names un-blocks no stolen card.
 */
@Singleton
public class TokenImport {
    static final int MOST = 10_000;
    private static final int ERRORS_SHOWN = 20;

    /**
     * A token of an import.
     *
     * @param field   by which it is found in what was sent
     * @param where   the same for people, at the beginning of a sentence
     * @param changes what it says; throws a {@link Refused} where that cannot be read
     */
    record Entry(String field, String where, Supplier<ObjectNode> changes) {}

    /** What becomes of an entry. */
    private record Planned(Entry entry, SqlTokenStore.Change change) {
        List<String> changed(ObjectMapper json) {
            return changedFields(json, change);
        }
    }

    private static final System.Logger LOG = System.getLogger(TokenImport.class.getName());

    private final SqlTokenStore store;
    private final TokenSessions sessions;
    private final AuditLog audit;
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    public TokenImport(SqlTokenStore store, TokenSessions sessions, AuditLog audit, ObjectMapper json, Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param dryRun only say what would be
     * @throws Refused invalid naming every entry that is not allowed (the first twenty); in conflict where somebody else changed one meanwhile
     */
    Imported run(Actor by, List<Entry> entries, boolean dryRun) {
        Scope scope = by.scope();
        if (entries.size() > MOST) {
            throw Refused.invalid(
                    "body", "The import has " + entries.size() + " tokens; allowed are " + MOST + ". Split it.");
        }
        List<Planned> plan = plan(scope, entries);
        List<Planned> writes = plan.stream()
                .filter(planned -> planned.change().before() == null
                        || !planned.change()
                                .before()
                                .token()
                                .equals(planned.change().after()))
                .toList();
        if (!dryRun && !writes.isEmpty()) {
            Optional<Integer> stopped =
                    store.putAll(scope, writes.stream().map(Planned::change).toList(), clock.instant(), audit.by(by));
            if (stopped.isPresent()) {
                Entry entry = writes.get(stopped.get()).entry();
                throw Refused.conflict(
                        entry.field(),
                        entry.where()
                                + ": the token was changed by somebody else meanwhile. Nothing was imported; try again.");
            }
        }
        if (!dryRun) {
            by.log(LOG, "tokens=" + writes.size() + " imported");
        }
        return imported(plan, writes, dryRun, charging(by, plan, dryRun));
    }

    private List<TokenCharging> charging(Actor by, List<Planned> plan, boolean dryRun) {
        List<Token> tokens =
                plan.stream().map(planned -> planned.change().after()).toList();
        return dryRun ? sessions.refused(by.scope(), tokens) : sessions.changed(by, tokens);
    }

    private Imported imported(List<Planned> plan, List<Planned> writes, boolean dryRun, List<TokenCharging> charging) {
        List<Imported.Row> rows = writes.stream()
                .map(planned -> new Imported.Row(
                        planned.entry().where(),
                        planned.change().after().value(),
                        planned.change().before() == null ? "created" : "changed",
                        planned.change().before() == null ? List.of() : planned.changed(json)))
                .toList();
        int created = (int) writes.stream()
                .filter(planned -> planned.change().before() == null)
                .count();
        return new Imported(dryRun, created, writes.size() - created, plan.size() - writes.size(), rows, charging);
    }

    private List<Planned> plan(Scope scope, List<Entry> entries) {
        List<Planned> plan = new ArrayList<>();
        List<Refused> problems = new ArrayList<>();
        Map<String, Entry> claimed = new HashMap<>();
        for (Entry entry : entries) {
            try {
                Planned planned =
                        new Planned(entry, change(scope, entry.changes().get()));
                claim(claimed, planned);
                plan.add(planned);
            } catch (Refused wrong) {
                String field = wrong.field() == null ? entry.field() : entry.field() + "." + wrong.field();
                problems.add(Refused.invalid(field, entry.where() + ": " + wrong.detail()));
            }
        }
        if (!problems.isEmpty()) {
            throw all(problems);
        }
        return plan;
    }

    private static Refused all(List<Refused> problems) {
        StringBuilder detail = new StringBuilder();
        problems.stream().limit(ERRORS_SHOWN).forEach(problem -> detail.append(problem.detail())
                .append(' '));
        if (problems.size() > ERRORS_SHOWN) {
            detail.append("And ").append(problems.size() - ERRORS_SHOWN).append(" more. ");
        }
        return Refused.invalid(
                Objects.requireNonNull(problems.getFirst().field()),
                detail.append("Nothing was imported.").toString());
    }

    /** Two entries of one token contradict each other, or one of them is a mistake. */
    private static void claim(Map<String, Entry> claimed, Planned planned) {
        Token token = planned.change().after();
        StoredToken before = planned.change().before();
        List<String> names = new ArrayList<>();
        names.add(before == null ? "new " + token.key() + " " + token.type() : "id " + before.id());
        token.alsoKnownAs().forEach(alias -> names.add("alias " + Token.key(alias)));
        for (String name : names) {
            Entry other = claimed.putIfAbsent(name, planned.entry());
            if (other != null) {
                throw Refused.invalid(
                        "value",
                        "it names the same token as " + other.field() + " (" + token.value() + "). Keep one of them.");
            }
        }
    }

    private SqlTokenStore.Change change(Scope scope, ObjectNode changes) {
        JsonNode value = changes.path("value");
        if (!value.isTextual() || value.asText().isBlank()) {
            throw Refused.invalid("value", "value is missing or no text. Give the token as stations read it.");
        }
        // Read as strictly as any body, before anybody looks for what it names.
        JsonBody.patch(json, TokenBody.EMPTY, changes, TokenBody.class);
        String type = changes.path("type").isTextual()
                ? TokenTypes.known(changes.path("type").asText())
                : null;
        StoredToken before = standing(scope, value.asText(), type);
        TokenBody body = before == null ? TokenBody.EMPTY : TokenBody.of(before.token());
        ObjectNode fields = changes.deepCopy();
        if (before != null) { // a spelling of its own, or a further value
            fields.put("value", before.token().value());
            fields.put("type", before.token().type());
        }
        Token after = TokenRules.checked(
                JsonBody.patch(json, body, fields, TokenBody.class).token());
        SqlTokenStore.Change change = new SqlTokenStore.Change(before, after);
        taken(scope, change);
        return change;
    }

    private @Nullable StoredToken standing(Scope scope, String value, @Nullable String type) {
        List<StoredToken> named = store.named(scope, value);
        return named.stream()
                .filter(stored -> type == null || stored.token().type().equals(type))
                .findFirst()
                .orElse(null);
    }

    private void taken(Scope scope, SqlTokenStore.Change change) {
        Token token = change.after();
        StoredToken before = change.before();
        token.keys()
                .flatMap(key -> store.named(scope, key).stream())
                .filter(other -> before == null || other.id() != before.id())
                .forEach(other -> {
                    String field = token.clash(other.token());
                    if (field != null) {
                        throw Tokens.taken(field, token, other);
                    }
                });
    }

    private static List<String> changedFields(ObjectMapper json, SqlTokenStore.Change change) {
        ObjectNode before = change.before() == null
                ? JsonNodeFactory.instance.objectNode()
                : json.valueToTree(TokenBody.of(change.before().token()));
        ObjectNode after = json.valueToTree(TokenBody.of(change.after()));
        List<String> fields = new ArrayList<>();
        for (Iterator<String> names = after.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!after.path(name).equals(before.path(name))) {
                fields.add(name);
            }
        }
        return fields;
    }
}
