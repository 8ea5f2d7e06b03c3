package org.ohmstead.plainanswers.ocpp2;

import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.SignCertificate;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;

/** Block A, certificates of stations, while no authority is connected. The method is a handler. */
public final class CertificateAnswers2 {
    private CertificateAnswers2() {}

    /** A02.FR.12: there is no certificate authority to pass the request on to. */
    public static SignCertificate.Response signCertificate(Caller caller, SignCertificate.Request call) {
        return new SignCertificate.Response(
                GenericStatus.Rejected, new StatusInfo("NotEnabled", "No certificate authority is connected"));
    }
}
