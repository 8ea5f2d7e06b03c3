package org.ohmstead.vendor;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where vendors' handlers come from.
 *
 * @param folder   its jars are searched for {@link VendorHandler}s when the server starts; it need not exist
 * @param patience how long a handler may take for an answer
 */
public record VendorSettings(Path folder, Duration patience) {
    public static VendorSettings defaults() {
        return new VendorSettings(Path.of("data", "vendors"), Duration.ofSeconds(10));
    }
}
