package org.ohmstead.dercontrol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationRef;

/** Controls of stations (OCPP 2.1 R01 to R04): sets, reads and clears them, and knows what each station has. */
@Singleton
public class DerControls {
    static final String SET = "SetDERControl";
    static final String GET = "GetDERControl";
    static final String CLEAR = "ClearDERControl";

    private final Verbs verbs;
    private final SqlDerControlStore store;
    private final Clock clock;

    @Inject
    public DerControls(Verbs verbs, SqlDerControlStore store, Clock clock) {
        this.verbs = verbs;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Sets one, in place of one with the same id. Blocks as {@link Verbs#tell}.
     *
     * @param control as SetDERControl has it
     * @throws Refused as {@link Verbs#tell}; invalid where the field is not the one of the type, or its time not of its kind
     */
    VerbResult set(Actor by, String station, ObjectNode control, SendOptions options) {
        DerSettings.check(control, now());
        return verbs.tell(by, station, Verb.of(SET, control), options);
    }

    /**
     * Which ones.
     *
     * @param isDefault defaults or scheduled ones; null: both
     * @param type      as DERControl of OCPP 2.1 has it; null: any
     * @param id        controlId; null: any
     */
    record Which(
            @Nullable Boolean isDefault,
            @Nullable String type,
            @Nullable String id) {
        boolean isAll() {
            return isDefault == null && type == null && id == null;
        }

        boolean has(DerControl.Facts facts) {
            return (isDefault == null || isDefault == facts.isDefault())
                    && (type == null || type.equals(facts.type()))
                    && (id == null || id.equalsIgnoreCase(facts.id()));
        }

        private ObjectNode words() {
            ObjectNode words = Words.newPayload();
            if (isDefault != null) {
                words.put("isDefault", isDefault);
            }
            if (type != null) {
                words.put("controlType", type);
            }
            return id == null ? words : words.put("controlId", id);
        }
    }

    /** Asks the station for what it has; it tells in messages of its own, which {@link #reported} takes. */
    VerbResult refresh(Actor by, String station, Which which, SendOptions options) {
        int request = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        return verbs.tell(by, station, Verb.of(GET, which.words().put("requestId", request)), options);
    }

    /** Clears some; whether defaults or scheduled ones must be said. */
    VerbResult clear(Actor by, String station, Which which, SendOptions options) {
        return verbs.tell(by, station, Verb.of(CLEAR, which.words()), options);
    }

    Optional<DerControl> find(StationRef station, String id) {
        return store.find(station, id);
    }

    /** In the order in which they became known. */
    Page<DerControlView> page(StationRef station, Limit limit, @Nullable Cursor after) {
        Instant now = now();
        return Page.of(
                        store.after(station, after == null ? 0 : after.id(), limit.rows() + 1),
                        limit,
                        row -> Cursor.at(row.id()))
                .map(row -> DerControlView.of(row.control(), now));
    }

    DerControlView view(DerControl control) {
        return DerControlView.of(control, now());
    }

    /**
     * The station reports controls that it has.
     *
     * @param request the one that it answers
     * @param last    whether no more of them follow
     */
    public void reported(StationRef station, int request, List<ReportedControl> controls, boolean last) {
        store.reported(station, request, controls, last, now());
    }

    /** As both databases keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
