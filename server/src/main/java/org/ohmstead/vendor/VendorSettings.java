package org.ohmstead.vendor;

import java.nio.file.Path;

/**
 * Where vendors' handlers come from.
 *
 * @param folder its jars are searched for {@link VendorHandler}s when the server starts; it need not exist
 */
public record VendorSettings(Path folder) {
    public static VendorSettings defaults() {
        return new VendorSettings(Path.of("data", "vendors"));
    }
}
