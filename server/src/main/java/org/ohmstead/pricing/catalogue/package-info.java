/**
 * The operator's tariffs: each with its versions, in the simple form or the full one of OCPI 2.2.1, which are one thing. Whoever uses a
 * tariff says so by {@link org.ohmstead.pricing.catalogue.TariffUse}, and it stays then.
 */
@NullMarked
package org.ohmstead.pricing.catalogue;

import org.jspecify.annotations.NullMarked;
