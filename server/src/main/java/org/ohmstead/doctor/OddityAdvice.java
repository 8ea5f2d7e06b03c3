package org.ohmstead.doctor;

import org.ohmstead.stations.oddities.Oddity;

/** What is told of what is odd about handshakes that succeed. */
public final class OddityAdvice {
    private static final String SERVED = "It is served all the same; nothing has to be done here.";

    private OddityAdvice() {}

    public static Advice of(Oddity oddity) {
        return switch (oddity) {
            case ABSOLUTE_URL ->
                new Advice(
                        "Its request names the whole URL instead of the path.",
                        "Newer firmware sends the path alone; a proxy between may refuse the old way.",
                        SERVED);
            case IDENTITY_IN_OTHER_CASE ->
                new Advice(
                        "It writes its identity in other upper and lower case than it is registered.",
                        "Write the identity as it is registered.",
                        SERVED);
            case IDENTITY_TWICE ->
                new Advice(
                        "Its identity stands twice at the end of the URL.",
                        "Leave the identity out of the URL: the station appends it.",
                        SERVED);
            case IDENTITY_IN_QUERY ->
                new Advice(
                        "Its identity is a parameter of the URL.",
                        "Set the URL to end with /ocpp, if the station can append its identity.",
                        SERVED);
            case EXTRA_SLASHES ->
                new Advice(
                        "Its URL has slashes too many.", "Leave out the slash at the end of the URL.", SERVED);
            case SUBPROTOCOL_MISSPELT ->
                new Advice(
                        "It writes the subprotocol in another way than it is registered.",
                        "Newer firmware may write it right: ocpp1.6, ocpp2.0.1 or ocpp2.1.",
                        SERVED);
            case NO_SUBPROTOCOL ->
                new Advice(
                        "It does not say which version of OCPP it speaks, so that was guessed.",
                        "Newer firmware may send the header Sec-WebSocket-Protocol.",
                        "Set defaultVersion of the station, if the guess is wrong.");
            case PASSWORD_NOT_CHECKED ->
                new Advice(
                        "It sends a password, and nobody looks at it, because none is set here.",
                        "Nothing has to be changed at the station.",
                        "Set the password that the station has, so that nobody else can come in its name.");
        };
    }
}
