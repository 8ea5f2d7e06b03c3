package org.ohmstead.billing.documents;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;

/** REST: invoices as people read them. */
@Path("/api/v1/invoices/{id}")
@Tag(name = "Invoices")
@RunOnVirtualThread
public class InvoiceDocumentResource {
    private static final String WHAT = "An invoice";
    private static final String HTML = "text/html;charset=utf-8";
    private static final String PDF = "application/pdf";
    private static final String LANGUAGE = "en, de, es, fr, ru, th or uz. Default: the invoice's";
    private static final String NONE = "There is no such invoice";
    private static final String WRONG = "A parameter is not allowed; the problem names it";

    /** It is a page of its own that loads and runs nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

    private final InvoiceDocuments documents;
    private final CurrentActor actor;

    @Inject
    public InvoiceDocumentResource(InvoiceDocuments documents, CurrentActor actor) {
        this.documents = documents;
        this.actor = actor;
    }

    @GET
    @Path("/html")
    @Permission("invoice.read")
    @Produces(HTML)
    @Operation(operationId = "getInvoicePage", summary = "Shows an invoice as a page")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    public Response html(
            @PathParam("id") String id,
            @Parameter(description = LANGUAGE) @QueryParam("language") @Nullable String language) {
        actor.wholeTenant(WHAT);
        return Response.ok(documents
                        .html(actor.scope(), PathNumber.of("invoice", id), QueryWords.text(language))
                        .content())
                .type(HTML)
                .header("Content-Security-Policy", POLICY)
                .build();
    }

    @GET
    @Path("/pdf")
    @Permission("invoice.read")
    @Produces(PDF)
    @Operation(operationId = "getInvoicePdf", summary = "Gives an invoice as a PDF")
    @APIResponse(
            responseCode = "200",
            description = "The PDF",
            content = @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    public Response pdf(
            @PathParam("id") String id,
            @Parameter(description = LANGUAGE) @QueryParam("language") @Nullable String language) {
        actor.wholeTenant(WHAT);
        InvoiceDocuments.Document<byte[]> document =
                documents.pdf(actor.scope(), PathNumber.of("invoice", id), QueryWords.text(language));
        return Response.ok(document.content())
                .type(PDF)
                .header("Content-Disposition", "inline; filename=\"" + document.name() + ".pdf\"")
                .build();
    }
}
