package org.ohmstead.pricing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.Pricing;
import org.ohmstead.pricing.ocpi.CdrForm;
import org.ohmstead.pricing.ocpi.Fields;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.Tariff;

/** REST: what a tariff makes of a session. Nothing is stored. */
@Path("/api/v1/tariffs")
@Tag(name = "Tariffs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TariffPricingResource {
    private static final int MEBIBYTES = 1 << 20;
    private static final int MOST_LINES = 10_000;
    private static final String WRONG =
            "A field is not allowed; the problem names its place, what was found and what is allowed";

    @POST
    @Path("/price")
    @LargestBody(8 * MEBIBYTES)
    @Permission("tariff.read")
    @Operation(
            operationId = "priceCharge",
            summary = "Prices a CDR by a tariff, both of OCPI 2.2.1, and says why",
            description =
                    "Nothing is stored, and the same body always has the same answer. docs/pricing.md has the rules. Each"
                            + " line says which element of the tariff priced what, from when to when, and why; together the"
                            + " lines are the total.")
    @APIResponse(responseCode = "200", description = "What it costs")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "413", description = "The body is larger than 8 MiB")
    public PricedView price(@Nullable PriceBody body) {
        PriceBody wanted = Fields.required("body", body);
        ZoneId zone = Fields.zone("timeZone", wanted.timeZone());
        Tariff tariff = TariffForm.read("tariff", wanted.tariff());
        Charge charge = CdrForm.read("cdr", wanted.cdr(), zone, tariff.currency());
        Priced priced = Pricing.price(tariff, charge);
        if (priced.lines().size() > MOST_LINES) {
            throw Refused.invalid(
                    "tariff.elements",
                    "tariff.elements make " + priced.lines().size() + " lines of this CDR; allowed are up to "
                            + MOST_LINES + ". Price a shorter time, or with fewer restrictions.");
        }
        return PricedView.of(priced);
    }

    @POST
    @Path("/preview")
    @Permission("tariff.read")
    @Operation(
            operationId = "previewTariff",
            summary = "Shows what a session that nobody had would cost by a tariff, moment by moment",
            description =
                    "The session charges with the same power until it has its energy, and stays parked until it is over. The"
                            + " tariff is a whole one of OCPI 2.2.1, or the simple form; the answer has both, where both can"
                            + " say it. Nothing is stored.")
    @APIResponse(responseCode = "200", description = "Its price, and the curve of it")
    @APIResponse(responseCode = "400", description = WRONG)
    public PreviewView preview(@Nullable PreviewBody body) {
        PreviewBody wanted = Fields.required("body", body);
        ZoneId zone = Fields.zone("timeZone", wanted.timeZone());
        Tariff tariff = wanted.read();
        return PreviewView.of(
                tariff, Fields.required("session", wanted.session()).charge("session", zone, tariff.currency()));
    }
}
