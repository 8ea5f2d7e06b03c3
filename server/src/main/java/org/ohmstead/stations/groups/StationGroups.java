package org.ohmstead.stations.groups;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.KnownGroups;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.SqlGroupRows;

/**
 * Groups of stations. Whoever is limited to some knows these only, and changes none: by putting stations into them they would
 * widen what they see.
 */
@Singleton
public class StationGroups implements KnownGroups {
    static final String ENTITY = "station-group";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;
    private static final int MOST = 1_000;
    /** Of names in a refusal. */
    private static final int SHOWN = 10;

    private final SqlStationGroupStore store;
    private final AuditLog audit;
    private final Clock clock;
    /** Asked late: roles and keys ask us, too. */
    private final Supplier<Stream<GroupLimit>> limits;

    @Inject
    public StationGroups(SqlStationGroupStore store, AuditLog audit, Clock clock, Instance<GroupLimit> limits) {
        this(store, audit, clock, limits::stream);
    }

    public StationGroups(SqlStationGroupStore store, AuditLog audit, Clock clock, Supplier<Stream<GroupLimit>> limits) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public boolean has(Scope scope, long group) {
        return store.find(scope, group).isPresent();
    }

    /** In the order of their names. @param search part of a name; null: any */
    public Page<StationGroup> page(Scope scope, @Nullable String search, Limit limit, @Nullable Cursor after) {
        String key = after == null ? null : after.key(0, 1);
        return Page.of(
                store.page(scope, search, key, limit.rows() + 1),
                limit,
                group -> Cursor.at(SqlStationGroupStore.key(group.name())));
    }

    /** @throws Refused not found */
    public StationGroup get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> notFound(id));
    }

    /**
     * For what is to be limited to groups, within the unit that writes it.
     *
     * @param field in which they are named
     * @throws Refused invalid, naming those that there are not
     */
    public static void check(Tx tx, Scope scope, String field, Set<Long> groups) {
        SqlGroupRows.check(tx, scope, field, groups);
    }

    /** @throws Refused invalid, in conflict or not allowed */
    public StationGroup create(Actor by, StationGroup.Label label) {
        mayChange(by);
        StationGroup.Label checked = checked(label);
        Scope scope = by.scope();
        return store.write(scope, tx -> {
            unique(tx, scope, checked.name(), 0);
            if (SqlStationGroupStore.count(tx, scope) >= MOST) {
                throw Refused.conflict(null, "There are " + MOST + " station groups, which is the most. Remove some.");
            }
            long id = SqlStationGroupStore.insert(tx, by.tenant(), checked, now());
            audit.record(tx, by, AuditEntry.created(ENTITY, id, checked));
            return SqlStationGroupStore.find(tx, scope, id).orElseThrow();
        });
    }

    /**
     * Changes name or note.
     *
     * @param check of what stands
     * @throws Refused invalid, not found, in conflict or not allowed
     */
    public StationGroup change(
            Actor by, long id, Consumer<StationGroup> check, UnaryOperator<StationGroup.Label> changes) {
        Scope scope = changeable(by, id);
        return store.write(scope, tx -> {
            StationGroup before = standing(tx, scope, id);
            check.accept(before);
            StationGroup.Label after = checked(changes.apply(before.label()));
            if (!after.equals(before.label())) {
                unique(tx, scope, after.name(), id);
                SqlStationGroupStore.update(tx, by.tenant(), id, after, now());
                audit.record(tx, by, AuditEntry.changed(ENTITY, id, before.label(), after));
            }
            return standing(tx, scope, id);
        });
    }

    /**
     * Removes a group; its stations stay.
     *
     * @param check of what stands
     * @throws Refused not found, not allowed, or in conflict while a role or a key is limited to it
     */
    public void remove(Actor by, long id, Consumer<StationGroup> check) {
        Scope scope = changeable(by, id);
        store.write(scope, tx -> {
            StationGroup before = standing(tx, scope, id);
            check.accept(before);
            // Another node may limit a role to it just now. Ids are never used again, so that it sees nothing then, and
            // not too much.
            List<String> limited = limits.get()
                    .flatMap(each -> each.limitedTo(tx, by.tenant(), id).stream())
                    .toList();
            if (!limited.isEmpty()) {
                throw Refused.conflict(
                        null,
                        "The group '" + before.name() + "' limits " + shown(limited)
                                + ". Limit them to other groups, or remove them, first.");
            }
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("name", before.name());
            fields.put("note", before.note());
            fields.put(
                    "stations",
                    new TreeSet<>(SqlStationGroupStore.members(tx, scope, id).values()));
            SqlStationGroupStore.delete(tx, by.tenant(), id);
            audit.record(tx, by, AuditEntry.deleted(ENTITY, id, fields));
            return null;
        });
    }

    private static void unique(Tx tx, Scope scope, String name, long own) {
        SqlStationGroupStore.named(tx, scope, name)
                .filter(other -> other.id() != own)
                .ifPresent(other -> {
                    throw Refused.conflict(
                            "name",
                            "There is a station group '" + other.name() + "' already, number " + other.id() + ".");
                });
    }

    private static StationGroup.Label checked(StationGroup.Label label) {
        String name = label.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid("name", "name must be 1 to " + LONGEST_NAME + " printable characters.");
        }
        String note = label.note();
        if (note != null && note.length() > LONGEST_NOTE) {
            throw Refused.invalid(
                    "note", "note has " + note.length() + " characters; allowed are " + LONGEST_NOTE + ".");
        }
        return new StationGroup.Label(name, note == null || note.isBlank() ? null : note);
    }

    Scope changeable(Actor by, long id) {
        get(by.scope(), id); // of a group that somebody does not see they are told no more than that
        mayChange(by);
        return by.scope();
    }

    private static void mayChange(Actor by) {
        if (by.scope().isLimited()) {
            throw Refused.forbidden(
                    null,
                    "You see the stations of some groups only, and change no group: it would change what you see."
                            + " Ask somebody who sees all stations.");
        }
    }

    static StationGroup standing(Tx tx, Scope scope, long id) {
        return SqlStationGroupStore.find(tx, scope, id).orElseThrow(() -> notFound(id));
    }

    static String shown(Collection<?> names) {
        String first = names.stream().limit(SHOWN).map(Object::toString).collect(Collectors.joining(", "));
        return names.size() > SHOWN ? first + " and " + (names.size() - SHOWN) + " more" : first;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Refused notFound(long id) {
        return Refused.notFound(
                "There is no station group " + id + "; GET /api/v1/station-groups lists those that there are.");
    }
}
