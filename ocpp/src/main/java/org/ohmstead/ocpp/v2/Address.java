package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.Since;

/**
 * Postal address of a person or company.
 *
 * @param name       person or company
 * @param address1   first line
 * @param city       town
 * @param country    name of the country
 * @param address2   second line
 * @param postalCode postal code
 */
@Since(V21)
public record Address(
        @MaxLength(50) String name,
        @MaxLength(100) String address1,
        @MaxLength(100) String city,
        @MaxLength(50) String country,
        @MaxLength(100) @Nullable String address2,
        @MaxLength(20) @Nullable String postalCode,
        @Nullable CustomData customData) {
    /** All but vendor data. */
    public Address(
            String name,
            String address1,
            String city,
            String country,
            @Nullable String address2,
            @Nullable String postalCode) {
        this(name, address1, city, country, address2, postalCode, null);
    }
    /** What the specification requires; the rest absent. */
    public Address(String name, String address1, String city, String country) {
        this(name, address1, city, country, null, null, null);
    }
}
