package org.ohmstead.doctor.findings;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ohmstead.overview.Severity;

/** What was found, the worst first within its severity. */
@Schema(name = "StationFindingCode")
public enum FindingCode {
    /** Its handshakes are refused, and it is not connected. */
    REFUSED(Severity.CRITICAL),
    /** It was connected before, and is not now. */
    NOT_CONNECTED(Severity.CRITICAL),
    /** It has never connected. */
    NEVER_CONNECTED(Severity.CRITICAL),
    /** Its connections replace each other. */
    IDENTITY_SHARED(Severity.CRITICAL),
    /** It is turned away at its BootNotification. */
    REGISTRATION_REJECTED(Severity.CRITICAL),
    /** It connects again and again. */
    FLAPPING(Severity.WARNING),
    /** It is connected, and says nothing. */
    SILENT(Severity.WARNING),
    /** Somebody has to decide whether it may take part. */
    REGISTRATION_PENDING(Severity.WARNING),
    /** It has sent no BootNotification. */
    NOT_BOOTED(Severity.WARNING),
    /** Its clock is off. */
    CLOCK_OFF(Severity.WARNING),
    /** Commands to it came to nothing. */
    COMMANDS_FAILED(Severity.WARNING),
    /** The station or a connector of it says that it is faulted. */
    FAULTED(Severity.WARNING),
    /** It reports one type of security event over and over. */
    SECURITY_EVENTS(Severity.WARNING),
    /** Its handshakes were refused before it got in. */
    REFUSED_BEFORE(Severity.INFO),
    /** Its connection was lost a few times. */
    RECONNECTED(Severity.INFO),
    /** Its messages differ from the specification. */
    DEVIATIONS(Severity.INFO),
    /** Its handshake is odd. */
    ODD_HANDSHAKE(Severity.INFO),
    /** It has booted. */
    BOOTED(Severity.INFO),
    /** It is connected, and since when. */
    CONNECTED(Severity.INFO);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    Severity severity() {
        return severity;
    }

    /** As it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
