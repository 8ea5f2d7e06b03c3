package org.ohmstead.drivers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who pays for others: an employer, a fleet. @param tokenGroups whose sessions it pays, compared without case */
public record Company(Person person, @Nullable String note, List<String> tokenGroups) {
    public Company {
        tokenGroups = List.copyOf(tokenGroups);
    }
}
