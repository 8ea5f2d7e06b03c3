package org.ohmstead.pricing.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.groups.StationGroupName;

/** An assignment as REST shows it. */
@Schema(name = "TariffAssignment", description = "What is absent does not matter")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AssignmentView(
        @Schema(description = "Its number; never used twice")
        long id,

        @Schema(description = "Number of the tariff") long tariff,
        String tariffName,

        @Schema(description = "At stations of this group") @Nullable
        StationGroupName stationGroup,

        @Schema(description = "At the station of this identity") @Nullable
        String station,

        @Schema(description = "At this EVSE of the station") @Nullable
        Integer evse,

        @Schema(description = "At connectors of this type") @Nullable
        String connectorType,

        @Schema(description = "For tokens of this group") @Nullable
        String tokenGroup,

        @Schema(description = "For this token") @Nullable String token,

        @Schema(description = "All of it in words, in English")
        String target,

        @Schema(description = "For sessions that begin from then on")
        Instant createdAt,

        @Schema(description = "Who made it") String createdBy,

        @Schema(description = "For sessions that begin before; absent: it stands") @Nullable
        Instant endedAt,

        @Schema(description = "Who ended it") @Nullable String endedBy) {
    static AssignmentView of(Assignment assignment) {
        Target target = assignment.target();
        return new AssignmentView(
                assignment.id(),
                assignment.tariff(),
                assignment.tariffName(),
                target.group(),
                target.station() == null ? null : target.station().identity(),
                target.evse(),
                target.connectorType(),
                target.tokenGroup(),
                target.token() == null ? null : target.token().value(),
                Words.of(target),
                assignment.createdAt(),
                assignment.createdBy(),
                assignment.endedAt(),
                assignment.endedBy());
    }
}
