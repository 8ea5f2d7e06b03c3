package org.ohmstead.iso15118.roots;

import java.util.Locale;

/** What an authority vouches for. */
public enum RootUse {
    /** The charging stations and everything around them (V2G PKI). */
    V2G,
    /** The contracts of drivers: a mobility operator's own authority. */
    MO,
    /** Vehicles, by their provisioning certificates. */
    OEM;

    /** As it stands in rows and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RootUse of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether a contract certificate may end there (C07.FR.06). */
    public boolean isOfContracts() {
        return this != OEM;
    }
}
