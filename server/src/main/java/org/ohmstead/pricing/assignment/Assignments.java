package org.ohmstead.pricing.assignment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.pricing.catalogue.OperatorTariff;
import org.ohmstead.pricing.catalogue.OperatorTariffs;
import org.ohmstead.pricing.catalogue.TariffUse;
import org.ohmstead.stations.groups.GroupLimit;

/** For whom and where tariffs are. An assignment is made and ended, never changed, so that what applied at any time can be told. */
@Singleton
public class Assignments implements TariffUse, GroupLimit {
    private static final System.Logger LOG = System.getLogger(Assignments.class.getName());
    private static final String ENTITY = "tariff-assignment";
    /** That stand. */
    private static final int MOST = 20_000;

    private final SqlAssignmentStore store;
    private final OperatorTariffs tariffs;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Assignments(SqlAssignmentStore store, OperatorTariffs tariffs, AuditLog audit, Clock clock) {
        this.store = store;
        this.tariffs = tariffs;
        this.audit = audit;
        this.clock = clock;
    }

    /** The newest first. */
    Page<Assignment> page(Scope scope, SqlAssignmentStore.Filter filter, Limit limit, @Nullable Cursor after) {
        Long before = after == null ? null : after.id();
        return Page.of(store.page(scope, filter, before, limit.rows() + 1), limit, each -> Cursor.at(each.id()));
    }

    /** @throws Refused not found */
    Assignment get(Scope scope, long id) {
        return store.find(scope, id).orElseThrow(() -> none(id));
    }

    /** Whether somebody may know of it. */
    boolean isSeen(Scope scope, Assignment assignment) {
        return !scope.isLimited() || store.find(scope, assignment.id()).isPresent();
    }

    /**
     * It counts for sessions that begin from now on.
     *
     * @throws Refused invalid where there is no such tariff; in conflict; not allowed
     */
    public Assignment create(Actor by, long tariff, Target target) {
        by.checkSeesAll("An assignment of a tariff");
        OperatorTariff wanted = existing(by.scope(), tariff);
        Assignment made = store.write(by.scope(), tx -> {
            if (wanted.archived()) {
                throw Refused.conflict(
                        "tariff",
                        "The tariff '" + wanted.name()
                                + "' is archived. Take it out of the archive, or assign another.");
            }
            if (SqlAssignmentStore.count(tx, by.tenant(), null, true) >= MOST) {
                throw Refused.conflict(null, MOST + " assignments stand, which is the most. End some.");
            }
            SqlAssignmentStore.same(tx, by.scope(), tariff, target).ifPresent(same -> {
                throw Refused.conflict(null, "Assignment " + same.id() + " says the same already.");
            });
            long id = SqlAssignmentStore.insert(tx, by.tenant(), tariff, target, now(), by.word());
            audit.record(tx, by, AuditEntry.created(ENTITY, id, fields(tariff, target)));
            return SqlAssignmentStore.find(tx, by.scope(), id).orElseThrow();
        });
        by.log(LOG, "tariff=" + tariff + " assignment=" + made.id() + " created");
        return made;
    }

    private OperatorTariff existing(Scope scope, long tariff) {
        try {
            return tariffs.get(scope, tariff);
        } catch (Refused none) {
            throw Refused.invalid(
                    "tariff", "tariff is " + tariff + ", which there is not. GET /api/v1/tariffs lists them.");
        }
    }

    /** Sessions that have begun keep their tariff. One that has ended stays so. @throws Refused not found; not allowed */
    public void end(Actor by, long id) {
        get(by.scope(), id);
        by.checkSeesAll("An assignment of a tariff");
        store.write(by.scope(), tx -> {
            Assignment before = SqlAssignmentStore.find(tx, by.scope(), id).orElseThrow(() -> none(id));
            if (before.stands()) {
                SqlAssignmentStore.end(tx, by.tenant(), id, now(), by.word());
                audit.record(tx, by, AuditEntry.deleted(ENTITY, id, fields(before.tariff(), before.target())));
            }
            return null;
        });
        by.log(LOG, "assignment=" + id + " ended");
    }

    @Override
    public Optional<String> current(Tx tx, long tenant, long tariff) {
        return counted(SqlAssignmentStore.count(tx, tenant, tariff, true));
    }

    /** Without sessions nobody was charged by them. */
    @Override
    public Optional<String> ever(Tx tx, long tenant, long tariff) {
        return Optional.empty();
    }

    private static Optional<String> counted(int count) {
        return count == 0 ? Optional.empty() : Optional.of(count + (count == 1 ? " assignment" : " assignments"));
    }

    @Override
    public List<String> limitedTo(Tx tx, long tenant, long group) {
        return SqlAssignmentStore.ofGroup(tx, tenant, group).stream()
                .map(id -> "the tariff assignment " + id)
                .toList();
    }

    private static Map<String, @Nullable Object> fields(long tariff, Target target) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("tariff", tariff);
        fields.put(
                "stationGroup", target.group() == null ? null : target.group().name());
        fields.put("station", target.station() == null ? null : target.station().identity());
        fields.put("evse", target.evse());
        fields.put("connectorType", target.connectorType());
        fields.put("tokenGroup", target.tokenGroup());
        fields.put("token", target.token() == null ? null : target.token().value());
        return fields;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refused none(long id) {
        return Refused.notFound("There is no assignment " + id + ". GET /api/v1/tariff-assignments lists them.");
    }
}
