package org.ohmstead.drivers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;

/** Companies that pay for others. One that was billed stays, since its invoices do. */
@Singleton
public class Companies {
    private static final String ENTITY = "company";
    private static final int MOST_GROUPS = 100;
    private static final int LONGEST_GROUP = 255;
    private static final int LONGEST_NOTE = 1000;

    private final SqlCompanyStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Companies(SqlCompanyStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused invalid; in conflict: another company pays for a group */
    public StoredCompany create(Actor by, Company company) {
        check(company);
        return store.write(by.scope(), tx -> {
            StoredCompany created = store.insert(tx, by.scope(), company, now());
            audit.record(tx, by, AuditEntry.created(ENTITY, created.id(), fields(company)));
            return created;
        });
    }

    /** @throws Refused not found */
    public StoredCompany get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> none(id));
    }

    /** @throws Refused invalid; not found; in conflict: another company pays for a group */
    public StoredCompany change(Actor by, long id, Function<StoredCompany, Company> change) {
        return store.write(by.scope(), tx -> {
            StoredCompany before = store.find(tx, by.scope(), id).orElseThrow(() -> none(id));
            Company after = change.apply(before);
            check(after);
            StoredCompany changed = store.update(tx, by.scope(), before, after, now());
            audit.record(tx, by, changed(id, fields(before.company()), fields(after)));
            return changed;
        });
    }

    /** In the order in which they were created. @param search part of the name; null: all */
    public Page<StoredCompany> page(Scope scope, @Nullable String search, Limit limit, @Nullable Cursor after) {
        return Page.of(store.after(scope, search, limit.rows() + 1, after), limit, row -> Cursor.at(row.id()));
    }

    /** That pays for the sessions of a group of tokens. */
    public Optional<StoredCompany> ofGroup(Scope scope, String group) {
        return store.ofGroup(scope, group);
    }

    private static void check(Company company) {
        PersonRules.checked(company.person());
        PersonRules.text("note", company.note(), LONGEST_NOTE, true);
        List<String> groups = company.tokenGroups();
        if (groups.size() > MOST_GROUPS) {
            throw Refused.invalid(
                    "tokenGroups",
                    "tokenGroups has " + groups.size() + " entries; allowed are up to " + MOST_GROUPS + ".");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < groups.size(); i++) {
            String field = "tokenGroups[" + i + "]";
            PersonRules.text(field, groups.get(i), LONGEST_GROUP, false);
            if (groups.get(i).isBlank() || !seen.add(groups.get(i).toLowerCase(Locale.ROOT))) {
                throw Refused.invalid(
                        field, field + " is '" + groups.get(i) + "', which is empty or there already. Leave it out.");
            }
        }
    }

    private static Map<String, Object> fields(Company company) {
        return Map.of("name", company.person().name(), "tokenGroups", company.tokenGroups());
    }

    /** Names and addresses stand nowhere in the log, which keeps them for ever; that something of them changed does. */
    private static AuditEntry changed(long id, Map<String, Object> before, Map<String, Object> after) {
        return before.equals(after)
                ? AuditEntry.done(ENTITY, id, "details-changed")
                : AuditEntry.changed(ENTITY, id, before, after);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused none(long id) {
        return Refused.notFound("There is no company " + id + ". GET /api/v1/companies lists them.");
    }
}
