package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.Items;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OneOf;
import org.ohmstead.ocpp.schema.TokenText;

/**
 * A token; equal to another when value and kind are, whatever their additional information.
 *
 * @param idToken        value; compared without regard to case; empty with NoAuthorization
 * @param type           kind of token
 * @param additionalInfo further identifiers that came with it
 */
public record IdToken(
        @MaxLength(value = 255, v201 = 36) @TokenText String idToken,
        @OneOf(IdTokenKind.class) @MaxLength(20) String type,
        @Items(min = 1) @Nullable List<AdditionalInfo> additionalInfo,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public IdToken(String idToken, String type, @Nullable List<AdditionalInfo> additionalInfo) {
        this(idToken, type, additionalInfo, null);
    }
    /** What the specification requires; the rest absent. */
    public IdToken(String idToken, String type) {
        this(idToken, type, null, null);
    }
}
