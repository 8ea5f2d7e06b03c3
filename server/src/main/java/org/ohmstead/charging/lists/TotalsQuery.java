package org.ohmstead.charging.lists;

import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** The query parameters of sums of sessions, as they were sent. */
public record TotalsQuery(
        @Parameter(
                description =
                        "What makes a row: day or month, station, token, with commas between them; for example day,station."
                                + " Default month")
        @QueryParam("by")
        @Nullable
        String by,

        @Parameter(description = "In which days and months begin, such as Europe/Berlin. Default UTC")
        @QueryParam("zone")
        @Nullable
        String zone,

        @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable
        String station,

        @Parameter(description = "A value of the token, in any spelling") @QueryParam("token") @Nullable
        String token,

        @Parameter(description = "Ended then or later") @QueryParam("endedFrom") @Nullable
        String endedFrom,

        @Parameter(description = "Ended before") @QueryParam("endedTo") @Nullable
        String endedTo,

        @QueryParam("stationGroup") @Nullable String stationGroup) {

    /** What rows are grouped by. */
    enum By {
        DAY,
        MONTH,
        STATION,
        TOKEN
    }

    /** @throws Refused invalid */
    public Set<By> groups() {
        Set<By> groups = EnumSet.noneOf(By.class);
        List<String> words = new ArrayList<>(List.of((by == null || by.isBlank() ? "month" : by).split(",", -1)));
        for (String word : words) {
            By group = word.isBlank() ? null : QueryWords.word("by", By.class, word);
            if (group == null) {
                throw Refused.invalid(
                        "by", "by is '" + by + "'; allowed are day, month, station, token with commas between them.");
            }
            groups.add(group);
        }
        if (groups.contains(By.DAY) && groups.contains(By.MONTH)) {
            throw Refused.invalid("by", "by is '" + by + "'; a row is of a day or of a month. Leave out one of them.");
        }
        return groups;
    }

    /** @throws Refused invalid */
    ZoneId timeZone() {
        return QueryWords.zone(zone);
    }

    /** Of sessions that have ended. */
    public SessionFilter filter(UnaryOperator<String> tokenKey) {
        return new SessionQuery(station, token, "ended", null, null, null, null, endedFrom, endedTo, null)
                .filter(tokenKey);
    }
}
