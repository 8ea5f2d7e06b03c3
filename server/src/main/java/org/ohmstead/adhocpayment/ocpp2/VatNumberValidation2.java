package org.ohmstead.adhocpayment.ocpp2;

import java.util.Optional;
import org.ohmstead.adhocpayment.vat.VatNumber;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.ocpp.v2.VatNumberValidation.Request;
import org.ohmstead.ocpp.v2.VatNumberValidation.Response;
import org.ohmstead.stations.Caller;

/**
 * OCPP 2.1 C18: whether a VAT number can be printed on a receipt. Judged by its pattern and check digits; no register is asked, so
 * nothing is told of the company.
 */
public final class VatNumberValidation2 {
    private static final int LONGEST_VAT_NUMBER = 20;

    private VatNumberValidation2() {}

    /** Number and EVSE come back as they came (C18.FR.10). */
    public static Response vatNumberValidation(Caller caller, Request call) {
        Integer evse = call.evseId();
        String number = call.vatNumber();
        if (number.codePointCount(0, number.length()) > LONGEST_VAT_NUMBER) {
            throw new CallRefused(
                    ErrorCode.PropertyConstraintViolation,
                    "vatNumber is longer than " + LONGEST_VAT_NUMBER + " characters and cannot come back in an answer");
        }
        Optional<String> fault = VatNumber.fault(number);
        return new Response(
                number,
                fault.isEmpty() ? GenericStatus.Accepted : GenericStatus.Rejected,
                null,
                fault.map(why -> new StatusInfo("InvalidValue", why)).orElse(null),
                evse == null || evse < 0 ? null : evse);
    }
}
