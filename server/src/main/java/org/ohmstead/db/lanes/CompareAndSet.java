package org.ohmstead.db.lanes;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A change that is made of a row as it stands, where several may make one at the same time. It is worked out outside of the lane,
 * which nobody must keep with that, and written only while the row still is as it was read; else it is made again of what stands
 * now. So no change undoes another one that it has not seen.
 */
public final class CompareAndSet {
    private CompareAndSet() {}

    /**
     * Each turn that does not come to its end means that another change did, so it ends.
     *
     * @param read  the row as it stands; throws where there is none
     * @param write a unit of its own; empty: the row was not as it was read, and nothing was written
     */
    public static <T, R> R until(Supplier<T> read, Function<T, Optional<R>> write) {
        while (true) {
            Optional<R> written = write.apply(read.get());
            if (written.isPresent()) {
                return written.get();
            }
        }
    }
}
