package org.ohmstead.events;

import java.util.List;

/** Kept nowhere: it begins at a number, and ends with the node. */
record LocalProgress(long position) implements ListenerProgress {
    private static final long ALWAYS = 1;

    @Override
    public long claim() {
        return ALWAYS;
    }

    @Override
    public List<HeldEvent> held() {
        return List.of();
    }

    @Override
    public boolean keep(long position, List<HeldEvent> changed, List<HeldEvent> taken) {
        return true;
    }
}
