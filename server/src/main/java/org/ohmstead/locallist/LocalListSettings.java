package org.ohmstead.locallist;

/**
 * How stations' lists follow our tokens.
 *
 * @param autoSync whether that of a station does so by itself for which nobody has said otherwise; default: no
 */
public record LocalListSettings(boolean autoSync) {
    public static LocalListSettings defaults() {
        return new LocalListSettings(false);
    }
}
