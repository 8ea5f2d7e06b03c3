package org.ohmstead.billing.invoices;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;

/** REST: invoices and credit notes. */
@Path("/api/v1/invoices")
@Tag(name = "Invoices")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class InvoiceResource {
    private static final String WHAT = "The list of invoices";
    private static final List<String> COLUMNS = List.of(
            "number",
            "kind",
            "issuedAt",
            "dueAt",
            "holder",
            "holderId",
            "buyer",
            "buyerVatNumber",
            "currency",
            "exclVat",
            "tax",
            "inclVat",
            "from",
            "to",
            "sessions");

    private final Invoices invoices;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public InvoiceResource(Invoices invoices, CurrentActor actor, Clock clock) {
        this.invoices = invoices;
        this.actor = actor;
        this.clock = clock;
    }

    /** Those that were made. */
    @Schema(name = "InvoicesMade")
    public record Made(
            @Schema(description = "Numbers of those that were made")
            List<Long> invoices) {
        public Made {
            invoices = List.copyOf(invoices);
        }
    }

    @GET
    @Permission("invoice.read")
    @Operation(
            operationId = "listInvoices",
            summary = "Lists invoices and credit notes, the newest first",
            description =
                    "As text/csv the whole list, whatever its length: UTF-8 with a byte order mark, one header line.")
    @APIResponse(responseCode = "200", description = "A page of invoices; as text/csv all of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<InvoiceView> list(
            @BeanParam InvoiceQuery query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        actor.wholeTenant(WHAT);
        return invoices.page(actor.scope(), query.filter(), Limit.of(limit), Cursor.of(cursor))
                .map(InvoiceView::of);
    }

    @GET
    @Permission("invoice.read")
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response table(@BeanParam InvoiceQuery query) {
        actor.wholeTenant(WHAT);
        InvoiceFilter filter = query.filter();
        return new CsvTable<Invoice>(
                        COLUMNS,
                        InvoiceResource::cells,
                        after -> invoices.page(actor.scope(), filter, CsvTable.PORTION, after))
                .answer("invoices");
    }

    private static List<@Nullable Object> cells(Invoice invoice) {
        Invoice.Parties parties = invoice.parties();
        return CsvTable.cells(
                invoice.label(),
                invoice.kind().word(),
                invoice.dates().issuedAt(),
                invoice.dates().dueAt(),
                parties.holder().kind().word(),
                parties.holder().id(),
                parties.buyer().name(),
                parties.buyer().vatNumber(),
                invoice.net().currency(),
                invoice.net().amount(),
                invoice.tax().amount(),
                invoice.total().amount(),
                invoice.dates().from(),
                invoice.dates().to(),
                invoice.lines().size());
    }

    @GET
    @Path("/{id}")
    @Permission("invoice.read")
    @Operation(operationId = "getInvoice", summary = "Shows an invoice with its sessions")
    @APIResponse(responseCode = "200", description = "The invoice")
    @APIResponse(responseCode = "404", description = "There is none")
    public InvoiceView get(@PathParam("id") String id) {
        actor.wholeTenant("An invoice");
        return InvoiceView.whole(invoices.get(actor.scope(), PathNumber.of("invoice", id)));
    }

    @POST
    @Permission("invoice.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @LongestAnswer(10)
    @Operation(
            operationId = "collectInvoices",
            summary = "Makes invoices of what was charged and stands on none",
            description =
                    "One of each driver or company and currency, now, however invoices are made otherwise. What is on"
                            + " an invoice already is not put on another one.")
    @APIResponse(responseCode = "200", description = "Which were made, perhaps none")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    public Made collect(@Nullable CollectBody body) {
        actor.get().checkSeesAll("An invoice");
        CollectBody wish = body == null ? CollectBody.ALL : body;
        return new Made(
                invoices
                        .collect(actor.get(), wish.holder(), Objects.requireNonNullElse(wish.until(), clock.instant()))
                        .stream()
                        .map(Invoice::id)
                        .toList());
    }
}
