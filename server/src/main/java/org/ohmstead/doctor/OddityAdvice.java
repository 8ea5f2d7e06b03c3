package org.ohmstead.doctor;

import org.ohmstead.stations.oddities.Oddity;

/** What is told of what is odd about handshakes that succeed. */
public final class OddityAdvice {
    private static final String SERVED = "It is served all the same; nothing has to be done here.";

    private OddityAdvice() {}

    public static Advice of(Oddity oddity) {
        return new Advice(sentence(oddity), atStation(oddity), here(oddity));
    }

    private static String sentence(Oddity oddity) {
        return switch (oddity) {
            case ABSOLUTE_URL -> "Its request names the whole URL instead of the path.";
            case IDENTITY_IN_OTHER_CASE ->
                "It writes its identity in other upper and lower case than it is registered.";
            case IDENTITY_TWICE -> "Its identity stands twice at the end of the URL.";
            case IDENTITY_IN_QUERY -> "Its identity is a parameter of the URL.";
            case EXTRA_SLASHES -> "Its URL has slashes too many.";
            case SUBPROTOCOL_MISSPELT -> "It writes the subprotocol in another way than it is registered.";
            case NO_SUBPROTOCOL -> "It does not say which version of OCPP it speaks, so that was guessed.";
            case PASSWORD_NOT_CHECKED -> "It sends a password, and nobody looks at it, because none is set here.";
        };
    }

    private static String atStation(Oddity oddity) {
        return switch (oddity) {
            case ABSOLUTE_URL -> "Newer firmware sends the path alone; a proxy between may refuse the old way.";
            case IDENTITY_IN_OTHER_CASE -> "Write the identity as it is registered.";
            case IDENTITY_TWICE -> "Leave the identity out of the URL: the station appends it.";
            case IDENTITY_IN_QUERY -> "Set the URL to end with /ocpp, if the station can append its identity.";
            case EXTRA_SLASHES -> "Leave out the slash at the end of the URL.";
            case SUBPROTOCOL_MISSPELT -> "Newer firmware may write it right: ocpp1.6, ocpp2.0.1 or ocpp2.1.";
            case NO_SUBPROTOCOL -> "Newer firmware may send the header Sec-WebSocket-Protocol.";
            case PASSWORD_NOT_CHECKED -> "Nothing has to be changed at the station.";
        };
    }

    private static String here(Oddity oddity) {
        return switch (oddity) {
            case ABSOLUTE_URL,
                    IDENTITY_IN_OTHER_CASE,
                    IDENTITY_TWICE,
                    IDENTITY_IN_QUERY,
                    EXTRA_SLASHES,
                    SUBPROTOCOL_MISSPELT -> SERVED;
            case NO_SUBPROTOCOL -> "Set defaultVersion of the station, if the guess is wrong.";
            case PASSWORD_NOT_CHECKED ->
                "Set the password that the station has, so that nobody else can come in its name.";
        };
    }
}
