package org.ohmstead.diagnosis;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check has found, and what all of them come to. */
@Schema(name = "StartCheckCode")
public enum CheckCode {
    /** connection: it was connected. */
    CONNECTED(CheckVerdict.OK),
    /** connection: it has never connected, or so long ago that it is not kept. */
    NEVER_CONNECTED(CheckVerdict.PROBLEM),
    /** connection: it was not connected; facts say since when and why its last connection ended. */
    NOT_CONNECTED(CheckVerdict.PROBLEM),
    /** connection: it was connected within the time, and not at the moment. */
    DISCONNECTED(CheckVerdict.PROBLEM),
    /** connection: it connected more than three times within the time. */
    RECONNECTING(CheckVerdict.PROBLEM),
    /** connection: it tried to connect and was turned away; facts say why. */
    TURNED_AWAY(CheckVerdict.PROBLEM),
    /** registration: it takes part. */
    ACCEPTED(CheckVerdict.OK),
    /** registration: it waits until somebody accepts it. */
    REGISTRATION_PENDING(CheckVerdict.PROBLEM),
    /** registration: it is turned away. */
    REGISTRATION_REJECTED(CheckVerdict.PROBLEM),
    /** registration: it has sent no BootNotification. */
    NOT_BOOTED(CheckVerdict.UNKNOWN),
    /** connector: one at least could take a session. */
    CONNECTOR_READY(CheckVerdict.OK),
    /** connector: each is unavailable. */
    CONNECTOR_UNAVAILABLE(CheckVerdict.PROBLEM),
    /** connector, fault: each is faulted; of fault: one at least. */
    CONNECTOR_FAULTED(CheckVerdict.PROBLEM),
    /** connector: none was free, each was in use. */
    CONNECTOR_BUSY(CheckVerdict.PROBLEM),
    /** connector: it has told of none. */
    CONNECTOR_NOT_REPORTED(CheckVerdict.UNKNOWN),
    /** connector: each has changed since, and how it was is not kept. */
    CONNECTOR_CHANGED_SINCE(CheckVerdict.UNKNOWN),
    /** authorization: the token is accepted. */
    TOKEN_ACCEPTED(CheckVerdict.OK),
    /** authorization: nobody knows the token. */
    TOKEN_UNKNOWN(CheckVerdict.PROBLEM),
    /** authorization: the token is blocked. */
    TOKEN_BLOCKED(CheckVerdict.PROBLEM),
    /** authorization: the token has expired. */
    TOKEN_EXPIRED(CheckVerdict.PROBLEM),
    /** authorization: the token may not be used at this station. */
    TOKEN_NOT_HERE(CheckVerdict.PROBLEM),
    /** authorization: a token was refused; facts say with which status, and why as far as it is kept. */
    TOKEN_REFUSED(CheckVerdict.PROBLEM),
    /** authorization: the station asked about no token. */
    NOTHING_ASKED(CheckVerdict.UNKNOWN),
    /** reservation: nothing was reserved. */
    NOT_RESERVED(CheckVerdict.OK),
    /** reservation: it was reserved for this token. */
    RESERVED_FOR_TOKEN(CheckVerdict.OK),
    /** reservation: it was reserved for another token. */
    RESERVED_FOR_OTHER(CheckVerdict.PROBLEM),
    /** reservation: something was reserved, and no token was named to compare with. */
    RESERVED(CheckVerdict.UNKNOWN),
    /** block: nothing was blocked. */
    NOT_BLOCKED(CheckVerdict.OK),
    /** block: the station, an EVSE or a connector was taken out of use by somebody. */
    BLOCKED(CheckVerdict.PROBLEM),
    /** remoteStart: nobody wanted one. */
    NO_REMOTE_START(CheckVerdict.OK),
    /** remoteStart: a session followed. */
    REMOTE_START_DONE(CheckVerdict.OK),
    /** remoteStart: the station has accepted it, and no session has followed yet. */
    REMOTE_START_WAITING(CheckVerdict.UNKNOWN),
    /** remoteStart: it waits for its station, or the station has not answered. */
    REMOTE_START_UNANSWERED(CheckVerdict.PROBLEM),
    /** remoteStart: the station said no. */
    REMOTE_START_REJECTED(CheckVerdict.PROBLEM),
    /** remoteStart: the station said yes, and no session followed in time: no vehicle was plugged in. */
    REMOTE_START_EXPIRED(CheckVerdict.PROBLEM),
    /** remoteStart: it never left, or nobody knows what the station made of it. */
    REMOTE_START_FAILED(CheckVerdict.PROBLEM),
    /** transactionEvent: a session started, and went on. */
    STARTED(CheckVerdict.OK),
    /** transactionEvent: a session runs, and by the station nothing flows; facts say who holds it up. */
    STARTED_NOT_CHARGING(CheckVerdict.PROBLEM),
    /** transactionEvent: a session started and ended within two minutes; facts say why. */
    ENDED_AT_ONCE(CheckVerdict.PROBLEM),
    /** transactionEvent: the station told of no session. */
    NO_SESSION(CheckVerdict.UNKNOWN),
    /** chargingProfile: nothing limits it to 0. */
    NO_LIMIT_OF_ZERO(CheckVerdict.OK),
    /** chargingProfile: a profile that stood allows 0 A or 0 W all the time. */
    LIMITED_TO_ZERO(CheckVerdict.PROBLEM),
    /** chargingProfile: a profile that stood allows 0 A or 0 W at times. */
    LIMITED_TO_ZERO_AT_TIMES(CheckVerdict.UNKNOWN),
    /** fault: no fault and no grave alert was open. */
    NO_FAULT(CheckVerdict.OK),
    /** fault: an alert of severity 0 to 3 was open. */
    STATION_ALERT(CheckVerdict.PROBLEM),
    /** clock: it is less than a minute off. */
    CLOCK_RIGHT(CheckVerdict.OK),
    /** clock: it is off by more than a minute, so that tokens and profiles count at wrong times. */
    CLOCK_OFF(CheckVerdict.PROBLEM),
    /** clock: it was never measured. */
    CLOCK_NOT_MEASURED(CheckVerdict.UNKNOWN),
    /** Only as a conclusion: nothing stood in the way, and the station told of no session: perhaps no vehicle was plugged in. */
    NOTHING_FOUND(CheckVerdict.UNKNOWN);

    private final CheckVerdict verdict;

    CheckCode(CheckVerdict verdict) {
        this.verdict = verdict;
    }

    CheckVerdict verdict() {
        return verdict;
    }

    /** As it stands in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
