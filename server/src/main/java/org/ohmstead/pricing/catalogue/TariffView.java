package org.ohmstead.pricing.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;
import org.ohmstead.pricing.SimpleTariffBody;
import org.ohmstead.pricing.ocpi.OcpiTariff;
import org.ohmstead.pricing.tariff.SimpleTariff;
import org.ohmstead.pricing.tariff.Tariff;

/** A tariff in one of its versions, as REST shows it. */
@Schema(name = "OperatorTariff")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TariffView(
        @Schema(description = "By which assignments and sessions name it; never used twice")
        long id,

        String name,
        @Nullable String note,

        @Schema(description = "Partners know it by this") String ocpiId,

        @Schema(description = "Assigned no more") boolean archived,

        @Schema(description = "The number of this version, from 1")
        int version,

        @Schema(description = "The number of its newest version")
        int newestVersion,

        @Schema(description = "By ISO 4217") String currency,

        @Schema(description = "For sessions that begin then or later. Absent: it always was") @Nullable
        Instant validFrom,

        @Schema(description = "For sessions that begin before. Absent: no end") @Nullable
        Instant validUntil,

        @Schema(description = "In the simple form; absent: it says more than that can") @Nullable
        SimpleTariffBody simple,

        OcpiTariff tariff,

        @Schema(description = "When there was its first version")
        Instant createdAt,

        @Schema(description = "When anything of it last changed, its name included")
        Instant updatedAt,

        @Schema(description = "Since when there is this version")
        Instant versionAt,

        @Schema(description = "Who made this version") String versionBy)
        implements Tagged {

    static TariffView of(OperatorTariff stored) {
        Tariff meant = stored.tariff();
        return new TariffView(
                stored.id(),
                stored.name(),
                stored.note(),
                stored.ocpiId(),
                stored.archived(),
                stored.version().number(),
                stored.newest(),
                meant.currency().getCurrencyCode(),
                meant.validity().from(),
                meant.validity().until(),
                SimpleTariff.of(meant).map(SimpleTariffBody::of).orElse(null),
                ocpi(stored),
                stored.createdAt(),
                stored.updatedAt(),
                stored.version().at(),
                stored.version().by());
    }

    /** As partners are given it. */
    static OcpiTariff ocpi(OperatorTariff stored) {
        return stored.version()
                .form()
                .named(stored.ocpiId(), stored.version().at().truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(id, version, newestVersion, name, note, ocpiId, archived, updatedAt);
    }
}
