package org.ohmstead.pricing.sessions;

import java.util.List;
import java.util.Optional;
import org.ohmstead.db.Scope;

/** The prices of sessions that have ended, for bills and whoever else builds on them. Nothing here is ever changed, only added. */
public interface SessionPrices {
    /** The newest revision; empty: it has not ended, no tariff is for it, or its price is only being worked out. */
    Optional<SessionPrice> latest(Scope scope, long session);

    /** One of its revisions. */
    Optional<SessionPrice> revision(Scope scope, long session, int revision);

    /** All of them, from the first on. */
    List<SessionPrice> revisions(Scope scope, long session);
}
