package org.ohmstead.db;

import org.jspecify.annotations.Nullable;
import org.ohmstead.background.PassesByItself;
import org.ohmstead.ocpp.rpc.ToldElsewhere;

/**
 * The database could not be reached, or did not answer in time. What was to be written may or may not be there; whoever
 * sent it is answered with an error and sends it again. Passes by itself when the database is back.
 */
public final class StoreUnavailable extends PassesByItself implements ToldElsewhere {
    private static final long serialVersionUID = 1L;

    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
