package org.ohmstead.tokens.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Csv;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenFilter;
import org.ohmstead.tokens.Tokens;
import org.ohmstead.tokens.UnknownTokens;
import org.ohmstead.tokens.blocking.TokenCharging;
import org.ohmstead.tokens.blocking.TokenSessions;

/** The tokens of a tenant. */
@Path("/api/v1/tokens")
@Tag(name = "Tokens")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TokenResource {
    private static final String CSV = "text/csv";

    /** One operation, for both types of its body. */
    private static final String IMPORT = "Registers or changes up to 10,000 tokens, all or none";

    private static final String HOW_TO_IMPORT =
            "Each entry is merged with the token that has its value (and type, where one is given): an absent field stays as it"
                    + " is, null brings back the default. In a table the first line names the columns, in any order and any"
                    + " case; commas, semicolons or tabs between them. What has no column, or an empty cell, stays as it is; the"
                    + " word null brings back the default. allowed: CP-7 | CP-8:1,2. alsoKnownAs: values with | between them.";
    private static final String REFUSED = "Entries are not allowed; the problem names each. Nothing was imported";

    private final Tokens tokens;
    private final TokenImport imports;
    private final UnknownTokens unknown;
    private final TokenSessions sessions;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public TokenResource(
            Tokens tokens,
            TokenImport imports,
            UnknownTokens unknown,
            TokenSessions sessions,
            CurrentActor actor,
            ObjectMapper json) {
        this.tokens = tokens;
        this.imports = imports;
        this.unknown = unknown;
        this.sessions = sessions;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("token.read")
    @Operation(summary = "Lists tokens in the order in which they were created")
    public Page<TokenView> list(
            @Parameter(description = "Part of a value or the note") @QueryParam("q") @Nullable String search,
            @QueryParam("group") @Nullable String group,
            @QueryParam("blocked") @Nullable String blocked,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tokens.page(
                        actor.scope(),
                        new TokenFilter(
                                QueryWords.text(search), QueryWords.text(group), QueryWords.flag("blocked", blocked)),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(TokenView::of);
    }

    @POST
    @Permission("token.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Registers a token")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location names it",
            content = @Content(schema = @Schema(implementation = TokenView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "Value and type stand already")
    public Response create(TokenBody body) {
        StoredToken stored = tokens.create(actor.get(), present(body).token());
        return Response.created(URI.create("/api/v1/tokens/" + stored.id()))
                .entity(changed(stored))
                .build();
    }

    @GET
    @Permission("token.read")
    @Path("/unknown")
    @Operation(
            operationId = "listUnknownTokens",
            summary = "Lists tokens that were presented and are not registered, the last one first",
            description =
                    "With the station, the time, and a hint where a registered token may be the same card. At most 1000 are kept,"
                            + " and a code that was typed (KeyCode) never is. One that is registered leaves the list.")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<UnknownTokenView> unknown(
            @Parameter(description = "Identity of the station that presented it last") @QueryParam("station") @Nullable
                    String station,
            @QueryParam("stationGroup") @Nullable String stationGroup,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return unknown.page(actor.scope(stationGroup), QueryWords.text(station), Limit.of(limit), Cursor.of(cursor))
                .map(token -> UnknownTokenView.of(
                        token, unknown.hint(actor.scope(), token).orElse(null)));
    }

    @GET
    @Permission("token.read")
    @Path("/{id}")
    @Operation(summary = "Shows a token")
    @APIResponse(responseCode = "200", description = "The token")
    @APIResponse(responseCode = "404", description = "There is none")
    public TokenView get(@PathParam("id") String id) {
        StoredToken stored = tokens.get(actor.scope(), number(id));
        return view(stored, sessions.refused(actor.scope(), List.of(stored.token())));
    }

    @PATCH
    @Permission("token.write")
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a token",
            description =
                    "A JSON merge patch: an absent field stays, null clears. Value and type cannot change. A token that is"
                            + " blocked, or has expired by the change, and charges: charging tells which sessions run with it and how to"
                            + " stop them. They go on, unless the setting stop-blocked-sessions says that they are stopped.")
    @APIResponse(responseCode = "200", description = "The token as it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is none")
    public TokenView change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = TokenBody.class))) ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        return changed(tokens.change(actor.get(), number(id), before -> {
            match.check(TokenView.of(before));
            return patched(before.token(), changes);
        }));
    }

    private Token patched(Token before, ObjectNode changes) {
        Token after = JsonBody.patch(json, TokenBody.of(before), changes, TokenBody.class)
                .token();
        same("value", before.value(), after.value());
        same("type", before.type(), after.type());
        return after;
    }

    @DELETE
    @Permission("token.write")
    @Path("/{id}")
    @Operation(summary = "Removes a token; sessions that were charged with it keep its value")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none")
    public void delete(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        tokens.delete(actor.get(), number(id), before -> match.check(TokenView.of(before)));
    }

    @POST
    @Permission("token.write")
    @Path("/import")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "importTokens", summary = IMPORT, description = HOW_TO_IMPORT)
    @APIResponse(responseCode = "200", description = "What was changed, or would be")
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(
            responseCode = "409",
            description = "A token was changed by somebody else meanwhile. Nothing was imported")
    public Imported importJson(
            @RequestBody(content = @Content(schema = @Schema(implementation = TokenBody[].class)))
                    List<ObjectNode> bodies,
            @Parameter(description = "true: only say what would be; default false") @QueryParam("dryRun") @Nullable
                    String dryRun) {
        List<ObjectNode> entries = present(bodies);
        return imported(
                IntStream.range(0, entries.size())
                        .mapToObj(i -> new TokenImport.Entry("[" + i + "]", "Entry " + (i + 1), () -> entries.get(i)))
                        .toList(),
                dryRun);
    }

    @POST
    @Permission("token.write")
    @Path("/import")
    @Consumes(CSV)
    @Operation(operationId = "importTokens", summary = IMPORT, description = HOW_TO_IMPORT)
    @APIResponse(responseCode = "200", description = "What was changed, or would be")
    @APIResponse(responseCode = "400", description = REFUSED)
    @APIResponse(
            responseCode = "409",
            description = "A token was changed by somebody else meanwhile. Nothing was imported")
    public Imported importCsv(
            @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
                    byte[] table,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String type,
            @Parameter(description = "true: only say what would be; default false") @QueryParam("dryRun") @Nullable
                    String dryRun) {
        String charset = MediaType.valueOf(type).getParameters().get(MediaType.CHARSET_PARAMETER);
        return imported(TokenCsv.read(Csv.text(present(table), charset)), dryRun);
    }

    private TokenView changed(StoredToken stored) {
        return view(stored, sessions.changed(actor.get(), List.of(stored.token())));
    }

    private static TokenView view(StoredToken stored, List<TokenCharging> charging) {
        return TokenView.of(stored, charging.isEmpty() ? null : charging.getFirst());
    }

    private Imported imported(List<TokenImport.Entry> entries, @Nullable String dryRun) {
        return imports.run(actor.get(), entries, Boolean.TRUE.equals(QueryWords.flag("dryRun", dryRun)));
    }

    private static void same(String field, String before, String after) {
        if (!before.equals(after)) {
            throw Refused.invalid(
                    field,
                    field + " is '" + before + "' and cannot change. Register another token and remove this one.");
        }
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new Refused(
                    Refused.Kind.MALFORMED, "No body", "The body is empty; send what the API page shows.", null);
        }
        return body;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Refused.notFound("There is no token '" + id + "'; an id is a whole number.");
        }
    }
}
