package org.ohmstead.db.lanes;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What needs no row of its own: the units of a transaction hand it in by {@link Tx#together}, and just before the commit it is
 * written in as few rows as its owner likes.
 *
 * @param statement without a result
 * @param rows makes of all that was handed in, in its order, the values of each row
 */
public record CombinedInsert<T>(String statement, Function<List<T>, List<@Nullable Object[]>> rows) {}
