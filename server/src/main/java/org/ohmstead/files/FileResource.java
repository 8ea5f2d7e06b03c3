package org.ohmstead.files;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: the files of operators. */
@Path("/api/v1/files")
@Tag(name = "Files")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class FileResource {
    private static final String BINARY = MediaType.APPLICATION_OCTET_STREAM;

    private final StoredFiles files;
    private final Storage storage;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public FileResource(StoredFiles files, Storage storage, Stations stations, CurrentActor actor) {
        this.files = files;
        this.storage = storage;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("file.read")
    @Operation(
            operationId = "listFiles",
            summary = "Lists files: images of firmware, and what stations have left",
            description =
                    "The newest first. Logs are kept as long as file-retention says, images until they are deleted.")
    @APIResponse(responseCode = "200", description = "A page of files")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<StoredFileView> list(
            @Parameter(description = "firmware or log", schema = @Schema(implementation = FileKind.class))
                    @QueryParam("kind")
                    @Nullable
                    String kind,
            @Parameter(description = "Identity of the station whose logs are wanted") @QueryParam("station") @Nullable
                    String station,
            @Parameter(description = "Files of this checksum, in hexadecimal digits") @QueryParam("sha256") @Nullable
                    String sha256,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        String digest = QueryWords.text(sha256);
        FileFilter filter = new FileFilter(
                QueryWords.word("kind", FileKind.class, kind),
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                digest == null ? null : digest.toLowerCase(Locale.ROOT));
        return files.page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(StoredFileView::of);
    }

    @POST
    @Permission("file.write")
    @Consumes(BINARY)
    @LargestBody(LargestBody.UPLOAD)
    @LongestAnswer(120)
    @Operation(
            operationId = "uploadFile",
            summary = "Uploads an image of firmware",
            description =
                    "Once, for all stations; they load it by links of their own. Up to max-upload. For example: curl"
                            + " --data-binary @image.bin -H 'Content-Type: application/octet-stream'"
                            + " 'https://…/api/v1/files?name=image.bin&version=1.4.2'")
    @RequestBody(
            required = true,
            content = @Content(mediaType = BINARY, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "201",
            description = "It is kept; Location leads to it",
            content = @Content(schema = @Schema(implementation = StoredFileView.class)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter is not allowed, the file is empty, or has another checksum; nothing was kept")
    @APIResponse(responseCode = "413", description = "It is larger than max-upload allows; nothing was kept")
    @APIResponse(responseCode = "415", description = "The body is to be application/octet-stream")
    public Response upload(
            @Parameter(description = "How it is called, without a path; stations see it", required = true)
                    @QueryParam("name")
                    @Nullable
                    String name,
            @Parameter(description = "Of the firmware, as stations tell it when they boot")
                    @QueryParam("version")
                    @Nullable
                    String version,
            @Parameter(description = "For people, up to 500 characters") @QueryParam("note") @Nullable String note,
            @Parameter(description = "That it must have; one that came with another is not kept")
                    @QueryParam("sha256")
                    @Nullable
                    String sha256,
            @HeaderParam("Content-Length") @Parameter(hidden = true) @Nullable Long length,
            InputStream body)
            throws IOException {
        if (name == null || name.isBlank()) {
            throw Refused.invalid(
                    "name", "name is missing. Say how the file is called, such as ?name=image-1.4.2.bin.");
        }
        StoredFile file = files.upload(
                actor.get(),
                new StoredFile.About(name, note, version),
                QueryWords.text(sha256),
                length == null ? -1 : length,
                () -> body);
        return Response.created(URI.create("/api/v1/files/" + file.id()))
                .entity(StoredFileView.of(file))
                .build();
    }

    @GET
    @Path("/{id}")
    @Permission("file.read")
    @Operation(operationId = "getFile", summary = "Shows what is known of a file")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "There is none")
    public StoredFileView get(@PathParam("id") String id) {
        return StoredFileView.of(file(id));
    }

    @GET
    @Path("/{id}/content")
    @Permission("file.read")
    @Produces(BINARY)
    @Operation(
            operationId = "downloadFile",
            summary = "Downloads a file",
            description = "Whole or in parts; its SHA-256 is in Repr-Digest and in ETag.")
    @APIResponse(
            responseCode = "200",
            description = "The whole file",
            content = @Content(mediaType = BINARY, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The part that Range names",
            content = @Content(mediaType = BINARY, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "If-None-Match names what it is still")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "410", description = "Its content is lost")
    @APIResponse(responseCode = "416", description = "The file has no such part")
    public Response download(
            @PathParam("id") String id,
            @Parameter(description = "One part, such as bytes=0-1023") @HeaderParam("Range") @Nullable String range,
            @Parameter(description = "An ETag: Range counts only while the file is that one")
                    @HeaderParam("If-Range")
                    @Nullable
                    String ifRange,
            @Parameter(description = "An ETag that is known already") @HeaderParam("If-None-Match") @Nullable
                    String ifNoneMatch) {
        return new FileAnswer(file(id), storage).get(range, ifRange, ifNoneMatch);
    }

    @DELETE
    @Path("/{id}")
    @Permission("file.write")
    @Operation(operationId = "deleteFile", summary = "Deletes a file")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "A station loads it, or is about to; the problem says which")
    public void delete(@PathParam("id") String id) {
        files.delete(actor.get(), PathNumber.of("file", id));
    }

    private StoredFile file(String id) {
        return files.get(actor.scope(), PathNumber.of("file", id));
    }
}
