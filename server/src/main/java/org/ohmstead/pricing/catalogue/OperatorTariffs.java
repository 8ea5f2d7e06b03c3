package org.ohmstead.pricing.catalogue;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;

/**
 * The operator's tariffs. What one says is never changed: a change is a new version, and a session keeps the one it began with. Whoever
 * sees some groups of stations only changes none, because a tariff counts wherever it is assigned.
 */
@Singleton
public class OperatorTariffs {
    private static final System.Logger LOG = System.getLogger(OperatorTariffs.class.getName());

    private final SqlTariffStore store;
    private final TariffWrites writes;
    /** Asked late: those who use tariffs ask us, too. */
    private final Supplier<Stream<TariffUse>> uses;

    @Inject
    public OperatorTariffs(SqlTariffStore store, TariffWrites writes, Instance<TariffUse> uses) {
        this(store, writes, uses::stream);
    }

    public OperatorTariffs(SqlTariffStore store, TariffWrites writes, Supplier<Stream<TariffUse>> uses) {
        this.store = store;
        this.writes = writes;
        this.uses = uses;
    }

    /** In the order of their names. */
    public Page<OperatorTariff> page(
            Scope scope, @Nullable String search, @Nullable Boolean archived, Limit limit, @Nullable Cursor after) {
        String key = after == null ? null : after.key(0, 1);
        return Page.of(
                store.page(scope, search, archived, key, limit.rows() + 1),
                limit,
                tariff -> Cursor.at(SqlTariffStore.key(tariff.name())));
    }

    /** In its newest version. @throws Refused not found */
    public OperatorTariff get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> none(id));
    }

    /** @throws Refused not found */
    public OperatorTariff get(Scope scope, long id, int version) {
        return store.find(scope, id, version).orElseThrow(() -> {
            int newest = get(scope, id).newest();
            return Refused.notFound("Tariff " + id + " has no version " + version + "; it has 1 to " + newest + ".");
        });
    }

    public Optional<OperatorTariff> find(Scope scope, long id, int version) {
        return store.find(scope, id, version);
    }

    /** The newest first. @throws Refused not found */
    public Page<OperatorTariff> versions(Scope scope, long id, Limit limit, @Nullable Cursor after) {
        get(scope, id);
        Integer before = after == null ? null : after.number(0, 1);
        return Page.of(
                store.versions(scope, id, before, limit.rows() + 1),
                limit,
                tariff -> Cursor.at(tariff.version().number()));
    }

    /** Each in the version that was the newest then; in its first one, where there was none yet. By their ids. */
    public Map<Long, OperatorTariff> at(Scope scope, Collection<Long> ids, Instant at) {
        return ids.isEmpty() ? Map.of() : store.at(scope, ids, at);
    }

    /** @throws Refused in conflict, or not allowed */
    public OperatorTariff create(Actor by, TariffDraft draft) {
        by.checkSeesAll("A tariff");
        OperatorTariff made = store.write(by.scope(), tx -> writes.create(tx, by, draft));
        by.log(LOG, "tariff=" + made.id() + " created");
        return made;
    }

    /**
     * Makes it what the draft says. Where that is another price, validity or text for drivers, it is a new version.
     *
     * @param check of what stands
     * @throws Refused not found, in conflict, or not allowed
     */
    public OperatorTariff replace(Actor by, long id, TariffDraft draft, Consumer<OperatorTariff> check) {
        OperatorTariff after = change(by, id, check, (tx, before) -> writes.replace(tx, by, before, draft));
        by.log(LOG, "tariff=" + id + " version=" + after.newest() + " changed");
        return after;
    }

    /**
     * One that is archived is assigned no more.
     *
     * @param check of what stands
     * @throws Refused not found, not allowed, or in conflict while it is assigned
     */
    public OperatorTariff archive(Actor by, long id, boolean archived, Consumer<OperatorTariff> check) {
        OperatorTariff after = change(by, id, check, (tx, before) -> {
            if (archived) {
                unused(before, "archived", current(tx, by.tenant(), before));
            }
            return writes.archive(tx, by, before, archived);
        });
        by.log(LOG, "tariff=" + id + (archived ? " archived" : " restored"));
        return after;
    }

    /**
     * Only of one that no session ever had: what was charged by it must be readable.
     *
     * @throws Refused not found, not allowed, or in conflict
     */
    public void delete(Actor by, long id, Consumer<OperatorTariff> check) {
        change(by, id, check, (tx, before) -> {
            List<String> used = Stream.concat(
                            current(tx, by.tenant(), before).stream(),
                            uses.get().flatMap(each -> each.ever(tx, by.tenant(), id).stream()))
                    .toList();
            unused(before, "deleted", used);
            writes.delete(tx, by, before);
            return before;
        });
        by.log(LOG, "tariff=" + id + " deleted");
    }

    /**
     * Makes tariffs, or new versions of those that stand, by their ids of OCPI; all or none.
     *
     * @param drafts each with its id of OCPI
     * @throws Refused in conflict, or not allowed
     */
    public List<OperatorTariff> bringIn(Actor by, List<TariffDraft> drafts) {
        by.checkSeesAll("A tariff");
        List<OperatorTariff> all = store.write(
                by.scope(),
                tx -> drafts.stream().map(draft -> bringIn(tx, by, draft)).toList());
        by.log(LOG, "tariffs imported: " + all.size());
        return all;
    }

    private OperatorTariff bringIn(Tx tx, Actor by, TariffDraft draft) {
        return SqlTariffStore.ofPartners(tx, by.scope(), String.valueOf(draft.ocpiId()))
                .map(before -> writes.replace(
                        tx, by, before, new TariffDraft(before.name(), before.note(), draft.ocpiId(), draft.form())))
                .orElseGet(() -> writes.create(tx, by, draft));
    }

    private OperatorTariff change(
            Actor by, long id, Consumer<OperatorTariff> check, BiFunction<Tx, OperatorTariff, OperatorTariff> change) {
        get(by.scope(), id);
        by.checkSeesAll("A tariff");
        return store.write(by.scope(), tx -> {
            OperatorTariff before = TariffWrites.standing(tx, by.scope(), id);
            check.accept(before);
            return change.apply(tx, before);
        });
    }

    private List<String> current(Tx tx, long tenant, OperatorTariff tariff) {
        return uses.get()
                .flatMap(each -> each.current(tx, tenant, tariff.id()).stream())
                .toList();
    }

    private static void unused(OperatorTariff tariff, String done, List<String> used) {
        if (!used.isEmpty()) {
            throw Refused.conflict(
                    null,
                    "The tariff '" + tariff.name() + "' cannot be " + done + ": it is used by "
                            + String.join(" and ", used) + ". "
                            + (done.equals("deleted")
                                    ? "End its assignments, and archive it where sessions have it."
                                    : "End its assignments first."));
        }
    }

    static Refused none(long id) {
        return Refused.notFound("There is no tariff " + id + ". GET /api/v1/tariffs lists them.");
    }
}
