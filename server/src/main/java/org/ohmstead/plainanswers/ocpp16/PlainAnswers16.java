package org.ohmstead.plainanswers.ocpp16;

import org.ohmstead.ocpp.v16.SignCertificate;
import org.ohmstead.stations.Caller;

/** What OCPP 1.6 stations are answered until a slice of its own does more. Each method is a handler. */
public final class PlainAnswers16 {
    private PlainAnswers16() {}

    /** Security extension A02.FR.12: there is no certificate authority to pass the request on to. */
    public static SignCertificate.Response signCertificate(Caller caller, SignCertificate.Request call) {
        return new SignCertificate.Response(SignCertificate.GenericStatus.Rejected);
    }
}
