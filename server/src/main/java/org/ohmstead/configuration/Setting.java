package org.ohmstead.configuration;

import org.ohmstead.devicemodel.Address;

/** A value that a station is to be set to. */
public record Setting(Address address, String value) {
    /** Values may be passwords. */
    @Override
    public String toString() {
        return address.shown();
    }
}
