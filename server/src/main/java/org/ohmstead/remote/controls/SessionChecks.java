package org.ohmstead.remote.controls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.access.Actor;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;

/** Asks stations how sessions stand with them (2.x E14). OCPP 1.6 has no words for it, and its outcome says so. */
@Singleton
public class SessionChecks {
    static final String ACTION = "GetTransactionStatus";

    private final Verbs verbs;

    @Inject
    public SessionChecks(Verbs verbs) {
        this.verbs = verbs;
    }

    /** By the station's own id of it. @throws Refused as {@link Verbs#tell} */
    VerbResult check(Actor by, ChargingSession session, SendOptions options) {
        return verbs.tell(
                by,
                session.origin().station().identity(),
                Verb.of(ACTION, Words.newPayload().put("transactionId", session.transactionId())),
                options);
    }

    /** Whether messages of any session are still to come. @throws Refused as {@link Verbs#tell} */
    VerbResult check(Actor by, String station, SendOptions options) {
        return verbs.tell(by, station, Verb.of(ACTION, Words.newPayload()), options);
    }
}
