package org.ohmstead.db.lanes;

import java.sql.SQLException;
import java.util.List;
import org.ohmstead.db.Writer;

/**
 * What the units of a transaction write together as the last thing before its commit, because for that they have to lock a row
 * that the units of other lanes want too. Behind it nothing is waited for, so no two transactions ever wait for each other, and a
 * lane waits for no more than the commit of another one. Several such rows are locked in one order, always the same.
 */
@FunctionalInterface
public interface LastWrite<T> {
    /** @param items all that was handed in by {@link Tx#lastly}, in its order */
    void write(Writer writer, List<T> items) throws SQLException;
}
