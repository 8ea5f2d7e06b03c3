package org.ohmstead.pricing.tariff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For which sessions a tariff is (OCPI's TariffType). */
@Schema(name = "TariffType")
public enum TariffType {
    AD_HOC_PAYMENT,
    PROFILE_CHEAP,
    PROFILE_FAST,
    PROFILE_GREEN,
    REGULAR
}
