package org.ohmstead.files;

import java.util.Optional;
import org.ohmstead.db.lanes.Tx;

/** A slice that still needs files. A bean that implements it is found by itself. */
public interface FileHolders {
    /** Why a file must stay, in a clause such as "update 7 of CP-7 loads it"; empty: it need not. */
    Optional<String> holds(Tx tx, StoredFile file);
}
