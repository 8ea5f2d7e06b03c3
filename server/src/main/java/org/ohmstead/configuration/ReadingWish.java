package org.ohmstead.configuration;

import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.devicemodel.Address;

/**
 * What is to be asked of a station.
 *
 * @param values   that are wanted, or with a report parts of components, whose variable may be empty; none: all
 * @param report   null: none; of 2.x without values the full one
 * @param criteria of a custom report
 * @param field    of the body in which the values stand
 */
public record ReadingWish(List<Address> values, @Nullable Report report, List<String> criteria, String field) {

    /** Reports of 2.x; the words of the API are these in small letters. */
    @Schema(name = "ConfigurationReport")
    public enum Report {
        /** All that the station has (B07). */
        FULL("FullInventory"),
        /** What can be set (B07). */
        CONFIGURATION("ConfigurationInventory"),
        /** What is available, and what has problems (B07). */
        SUMMARY("SummaryInventory"),
        /** What criteria and components say (B08). */
        CUSTOM(null);

        private final @Nullable String base;

        Report(@Nullable String base) {
            this.base = base;
        }

        @Nullable
        String base() {
            return base;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ReadingWish of(List<Address> values) {
        return new ReadingWish(values, null, List.of(), "variables");
    }
}
