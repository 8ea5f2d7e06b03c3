package org.ohmstead.remote.resets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;

/** Has stations start anew, and shows what came of it. */
@Singleton
public class Resets {
    static final String ACTION = "Reset";

    private final Verbs verbs;
    private final SqlStationResetStore store;

    @Inject
    public Resets(Verbs verbs, SqlStationResetStore store) {
        this.verbs = verbs;
        this.store = store;
    }

    /** A reset and the command that it became. */
    public record Begun(StationReset reset, VerbResult result) {}

    /**
     * Tells a station to start anew. Blocks until it has answered, or for as long as the options say.
     *
     * @param evse null: the station as a whole
     * @throws Refused as {@link Verbs#tell}; invalid where the station's version has no such reset
     */
    public Begun reset(Actor by, String station, ResetType type, @Nullable Integer evse, SendOptions options) {
        if (evse != null && evse < 1) {
            throw Refused.invalid(
                    "evse", "evse is " + evse + "; allowed is a whole number from 1. For the station leave it out.");
        }
        Verb verb = Verb.of(addressee -> words16(addressee, type, evse), addressee -> words2(addressee, type, evse));
        VerbResult result = verbs.tell(by, station, verb, options);
        long command = result.command().id();
        StationReset reset = store.byCommand(by.scope(), command)
                .orElseThrow(() -> new IllegalStateException("command " + command + " is no reset"));
        return new Begun(reset, result);
    }

    private static Words words16(Addressee station, ResetType type, @Nullable Integer evse) {
        String word = type.ocpp16();
        if (word == null) {
            throw cannot("type", "type is " + type.word(), station, "Take immediate or onIdle.");
        }
        if (evse != null) {
            throw cannot("evse", "evse is " + evse, station, "Leave it out: the station is reset as a whole.");
        }
        return new Words(ACTION, Words.newPayload().put("type", word));
    }

    private static Words words2(Addressee station, ResetType type, @Nullable Integer evse) {
        if (type == ResetType.IMMEDIATE_AND_RESUME && station.version() != OcppVersion.V21) {
            throw cannot("type", "type is " + type.word(), station, "Take immediate or onIdle.");
        }
        ObjectNode payload = Words.newPayload().put("type", type.ocpp2());
        return new Words(ACTION, evse == null ? payload : payload.put("evseId", evse));
    }

    private static Refused cannot(String field, String found, Addressee station, String instead) {
        return Refused.invalid(
                field,
                found + ", and " + station.ref().identity() + " speaks OCPP "
                        + station.version().number() + ", which has no such reset. " + instead);
    }

    /** @throws Refused not found */
    public StationReset get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() -> Refused.notFound("There is no reset " + id + ". GET /api/v1/resets lists them."));
    }

    /** The newest first. */
    public Page<StationReset> page(Scope scope, StationResetFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, filter, limit.rows() + 1, after), limit, reset -> Cursor.at(reset.id()));
    }
}
