package org.ohmstead.doctor.troubles;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.overview.Severity;

/** What can be wrong for a while, and how bad that is. */
@Schema(name = "StationTroubleKind")
public enum TroubleKind {
    /** It connects again and again; the amount is how often within ten minutes. */
    FLAPPING(Severity.WARNING),
    /** It is connected and says nothing, not even Heartbeat; the amount is for how many seconds. */
    SILENT(Severity.WARNING),
    /** Its clock is off; the amount is by how many seconds, negative for behind. */
    CLOCK_OFF(Severity.WARNING),
    /** It reports one type of security event over and over; the amount is how often, the subject the type. */
    SECURITY_EVENTS(Severity.CRITICAL),
    /** Its connections replace each other; the amount is how often within an hour, the subject the addresses. */
    IDENTITY_SHARED(Severity.CRITICAL);

    private final Severity severity;

    TroubleKind(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
