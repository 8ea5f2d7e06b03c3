package org.ohmstead.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
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

/**
 * Default tariffs of stations (OCPP 2.1 I07, I09, I10): sets, reads and clears them, and knows what each station has. What runs
 * keeps the tariff that it began with.
 */
@Singleton
public class StationTariffs {
    static final String SET = "SetDefaultTariff";
    static final String GET = "GetTariffs";
    static final String CLEAR = "ClearTariffs";
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final Verbs verbs;
    private final SqlStationTariffStore store;

    @Inject
    public StationTariffs(Verbs verbs, SqlStationTariffStore store) {
        this.verbs = verbs;
        this.store = store;
    }

    /**
     * The schema of OCPP takes any three characters, and none; a driver is to read what a price is in.
     *
     * @throws Refused invalid
     */
    public static void checkCurrency(ObjectNode tariff) {
        JsonNode currency = tariff.path("currency");
        if (currency.isTextual() && !CURRENCY.matcher(currency.textValue()).matches()) {
            throw Refused.invalid(
                    "currency", "currency is " + currency + "; allowed is a code of ISO 4217, such as EUR.");
        }
    }

    /**
     * Blocks as {@link Verbs#tell}.
     *
     * @param evse   0: every EVSE
     * @param tariff as Tariff of OCPP 2.1 has it
     */
    public VerbResult set(Actor by, String station, int evse, ObjectNode tariff, SendOptions options) {
        checkCurrency(tariff);
        ObjectNode payload = Words.newPayload().put("evseId", evse);
        payload.set("tariff", tariff);
        return verbs.tell(by, station, Verb.of(SET, payload), options);
    }

    /** Asks the station for what it has; its answer is all of it. */
    public VerbResult refresh(Actor by, String station, SendOptions options) {
        return verbs.tell(by, station, Verb.of(GET, Words.newPayload().put("evseId", 0)), options);
    }

    /**
     * Clears what both say.
     *
     * @param ids  tariffIds; empty: any
     * @param evse null: any
     */
    public VerbResult clear(Actor by, String station, List<String> ids, @Nullable Integer evse, SendOptions options) {
        ObjectNode payload = Words.newPayload();
        if (!ids.isEmpty()) {
            ArrayNode some = payload.putArray("tariffIds");
            ids.forEach(some::add);
        }
        if (evse != null) {
            payload.put("evseId", evse);
        }
        return verbs.tell(by, station, Verb.of(CLEAR, payload), options);
    }

    /** In the order in which they became known. */
    Page<StationTariffView> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(
                        store.after(station, after == null ? 0 : after.id(), limit.rows() + 1),
                        limit,
                        row -> Cursor.at(row.id()))
                .map(row -> StationTariffView.of(row.tariff()));
    }
}
