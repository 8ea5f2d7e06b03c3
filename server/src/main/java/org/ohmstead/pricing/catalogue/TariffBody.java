package org.ohmstead.pricing.catalogue;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.SimpleTariffBody;
import org.ohmstead.pricing.ocpi.Fields;
import org.ohmstead.pricing.ocpi.OcpiTariff;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.Tariff;

/** A tariff as REST takes it. */
@Schema(name = "TariffBody", description = "What an operator charges, as a whole")
public record TariffBody(
        @Schema(
                description = "Up to 100 characters, unique within the organisation",
                examples = "AC in the city",
                required = true)
        @Nullable
        String name,

        @Schema(description = "Up to 500 characters") @Nullable
        String note,

        @Schema(
                description = "Partners know it by this (OCPI's Tariff.id); up to 36 characters. Default: its number",
                examples = "AC-CITY")
        @Nullable
        String ocpiId,

        @Schema(description = "This or tariff: energy, time, session fee and idle fee") @Nullable
        SimpleTariffBody simple,

        @Schema(
                description = "This or simple: the whole Tariff of OCPI 2.2.1. Its id is ocpiId, where that is absent;"
                        + " last_updated is ignored")
        @Nullable
        OcpiTariff tariff,

        @Schema(description = "For sessions that begin then or later. Default: always; of tariff, its start_date_time")
        @Nullable
        Instant validFrom,

        @Schema(description = "For sessions that begin before. Default: no end; of tariff, its end_date_time") @Nullable
        Instant validUntil) {

    static TariffDraft checked(@Nullable TariffBody body) {
        if (body == null) {
            throw new Refused(
                    Refused.Kind.MALFORMED,
                    "No body",
                    "The body is empty; send a name, and the tariff as simple or tariff.",
                    null);
        }
        return body.draft();
    }

    private TariffDraft draft() {
        if ((simple == null) == (tariff == null)) {
            throw Refused.invalid(
                    simple == null ? "tariff" : "simple",
                    (simple == null ? "Neither simple nor tariff is there" : "Both simple and tariff are there")
                            + "; send one of them.");
        }
        OcpiTariff form = simple == null
                ? Fields.required("tariff", tariff)
                : TariffForm.write(simple.read("simple").full());
        String own = tariff == null ? null : TariffRules.ocpiId("tariff.id", tariff.id());
        String wanted = TariffRules.ocpiId("ocpiId", ocpiId);
        return checked(
                "tariff",
                TariffRules.name("name", name),
                TariffRules.note("note", note),
                wanted == null ? own : wanted,
                form.with(validFrom, validUntil));
    }

    /** The same of a Tariff of OCPI alone, as partners send it. @param path where it stands */
    static TariffDraft imported(String path, @Nullable OcpiTariff form) {
        if (form == null) {
            throw Refused.invalid(path, path + " is missing.");
        }
        String id = TariffRules.ocpiId(path + ".id", form.id());
        if (id == null) {
            throw Refused.invalid(path + ".id", path + ".id is missing; by it the tariff is known again.");
        }
        return checked(path, id, null, id, form);
    }

    private static TariffDraft checked(
            String path, String name, @Nullable String note, @Nullable String ocpiId, OcpiTariff form) {
        Tariff meant = TariffForm.read(path, form);
        Instant from = meant.validity().from();
        Instant until = meant.validity().until();
        if (from != null && until != null && !until.isAfter(from)) {
            throw Refused.invalid(
                    path.equals("tariff") ? "validUntil" : path + ".end_date_time",
                    "It would be valid until " + until + " and from " + from
                            + ", which is never; the end comes later.");
        }
        TariffRules.owner(path, form);
        OcpiJson.write(path, form);
        return new TariffDraft(name, note, ocpiId, form.anonymous());
    }
}
