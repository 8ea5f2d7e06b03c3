package org.ohmstead.db;

import java.util.Optional;
import org.ohmstead.background.Supervised;

/** What looks after a store. */
interface StoreUpkeep extends Supervised {
    /** Why nothing must be written at the moment, and what to do, though the store would take it. Cheap. */
    default Optional<String> fault() {
        return Optional.empty();
    }
}
