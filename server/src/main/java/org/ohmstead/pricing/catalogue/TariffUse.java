package org.ohmstead.pricing.catalogue;

import java.util.Optional;
import org.ohmstead.db.lanes.Tx;

/** What a tariff may be used by. A bean that implements it is found by itself. */
public interface TariffUse {
    /** What uses it now, for people: {@code 3 assignments}; empty: nothing. It is neither archived nor deleted then. */
    Optional<String> current(Tx tx, long tenant, long tariff);

    /** What has ever used it, such as {@code 12 sessions}; empty: nothing. It is not deleted then. */
    Optional<String> ever(Tx tx, long tenant, long tariff);
}
