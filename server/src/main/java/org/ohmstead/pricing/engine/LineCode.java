package org.ohmstead.pricing.engine;

import java.util.Locale;

/** Why a line of a price is what it is. */
public enum LineCode {
    /** The first element of the tariff with this dimension whose restrictions held. */
    FIRST_ELEMENT_THAT_HOLDS,
    /** The same, and the sum was rounded up to the step of this component; what that adds is billed here. */
    ROUNDED_UP_TO_STEP,
    /** No element of the tariff has this dimension and held: it is free. */
    NO_ELEMENT_HOLDS,
    /** Energy went back into the grid, and the element that held does not speak of that: it is not credited. */
    NOT_CREDITED,
    /** What the tariff's least price adds. */
    MIN_PRICE,
    /** What the tariff's highest price takes off. */
    MAX_PRICE;

    /** In the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
