package org.ohmstead.pricing.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which tariff applies, as REST shows it. */
@Schema(name = "ApplicableTariff")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicableView(
        @Schema(description = "Identity of the station") String station,
        @Nullable Integer evse,

        @Schema(description = "Types that the station tells of the place, where an assignment asks for one")
        List<String> connectorTypes,

        @Nullable String token,
        @Nullable String tokenGroup,

        @Schema(description = "When a session would begin") Instant at,

        @Schema(description = "The one that applies; absent: none does, and charging has no price") @Nullable
        CandidateView applies,

        @Schema(description = "All that were considered, each with why it does or does not apply")
        List<CandidateView> candidates) {

    /** An assignment that was considered. */
    @Schema(name = "TariffCandidate")
    public record CandidateView(
            @Schema(description = "Number of the tariff") long tariff,
            String tariffName,

            @Schema(description = "The version that a session would be charged by")
            int version,

            AssignmentView assignment,
            @Schema(implementation = Outcome.class) String outcome,
            @Schema(description = "In words, in English") String why) {
        static CandidateView of(Candidate candidate) {
            return new CandidateView(
                    candidate.tariff().id(),
                    candidate.tariff().name(),
                    candidate.tariff().version().number(),
                    AssignmentView.of(candidate.assignment()),
                    candidate.outcome().word(),
                    candidate.why());
        }
    }

    /** @param seen whether somebody may know of a candidate; the one that applies they are told in any case */
    static ApplicableView of(Applicable found, Predicate<Assignment> seen) {
        return new ApplicableView(
                found.subject().station().identity(),
                found.subject().evse(),
                List.copyOf(found.connectorTypes()),
                found.subject().token(),
                found.subject().tokenGroup(),
                found.subject().began(),
                found.winner().map(CandidateView::of).orElse(null),
                found.candidates().stream()
                        .filter(each -> each.outcome() == Outcome.APPLIES || seen.test(each.assignment()))
                        .map(CandidateView::of)
                        .toList());
    }
}
