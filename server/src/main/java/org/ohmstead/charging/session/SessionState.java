package org.ohmstead.charging.session;

import java.util.Locale;

/** Whether a session runs, as far as we know. */
public enum SessionState {
    OPEN,
    ENDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
