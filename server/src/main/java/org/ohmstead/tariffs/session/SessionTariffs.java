package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import org.ohmstead.access.Actor;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tariffs.StationTariffs;

/** Tariffs and costs of single sessions: tells stations, and knows what they tell. */
@Singleton
public class SessionTariffs {
    static final String CHANGE = "ChangeTransactionTariff";
    static final String COST = "CostUpdated";
    private static final String TRANSACTION = "transactionId";

    private final Verbs verbs;
    private final SqlSessionTariffStore store;

    @Inject
    public SessionTariffs(Verbs verbs, SqlSessionTariffStore store) {
        this.verbs = verbs;
        this.store = store;
    }

    /**
     * Another tariff from now on (I11). Blocks as {@link Verbs#tell}. The station tells when it uses it.
     *
     * @param tariff as Tariff of OCPP 2.1 has it
     */
    public VerbResult change(Actor by, ChargingSession session, ObjectNode tariff, SendOptions options) {
        StationTariffs.checkCurrency(tariff);
        ObjectNode payload = Words.newPayload().put(TRANSACTION, transaction(session));
        payload.set("tariff", tariff);
        return verbs.tell(by, station(session), Verb.of(CHANGE, payload), options);
    }

    /**
     * What the session costs so far (I02). Blocks as {@link Verbs#tell}.
     *
     * @param amount with taxes, in the currency of the station
     */
    public VerbResult tellCost(Actor by, ChargingSession session, BigDecimal amount, SendOptions options) {
        ObjectNode payload = Words.newPayload().put("totalCost", amount).put(TRANSACTION, transaction(session));
        return verbs.tell(by, station(session), Verb.of(COST, payload), options);
    }

    /** What is known of a session; nothing where its station has told nothing. */
    public SessionTariff of(ChargingSession session) {
        return store.find(session.origin().station(), transaction(session));
    }

    /** An event of the session tells something of its tariff. */
    public void reported(StationRef station, SessionTariffReport report, Instant receivedAt) {
        store.reported(station, report, receivedAt);
    }

    private static String transaction(ChargingSession session) {
        return session.origin().transaction(session.id());
    }

    private static String station(ChargingSession session) {
        return session.origin().station().identity();
    }
}
