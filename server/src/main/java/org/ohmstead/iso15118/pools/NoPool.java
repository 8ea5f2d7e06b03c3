package org.ohmstead.iso15118.pools;

import java.util.List;
import org.ohmstead.iso15118.fetch.NotAnswered;

/** None is connected. */
final class NoPool implements ContractPool {
    private static final String WHY = "no pool of contract certificates is connected (see the setting contract-pool)";

    @Override
    public String name() {
        return "none";
    }

    @Override
    public List<String> ask(Wish wish) throws NotAnswered {
        throw new NotAnswered(WHY);
    }

    @Override
    public String test() throws NotAnswered {
        throw new NotAnswered(WHY);
    }
}
