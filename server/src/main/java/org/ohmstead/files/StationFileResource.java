package org.ohmstead.files;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.PublicRoute;
import org.ohmstead.api.LargestBody;
import org.ohmstead.api.LongestAnswer;

/**
 * Where stations load and leave files. No sign-in: the link is one, and stations have nothing else to show. Not a part of the API's
 * document, because its URLs are made by us and read by stations alone.
 */
@Path("/files")
@PublicRoute
@RunOnVirtualThread
public class StationFileResource {
    private static final String NAME = "{name}";

    private final StationFiles files;
    private final Storage storage;

    @Inject
    public StationFileResource(StationFiles files, Storage storage) {
        this.files = files;
        this.storage = storage;
    }

    @GET
    @Path("/download/{link}/" + NAME)
    @Operation(hidden = true)
    public Response download(
            @PathParam("link") String link,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return new FileAnswer(files.load(link), storage).get(range, ifRange, ifNoneMatch);
    }

    @GET
    @Path("/download/{link}")
    @Operation(hidden = true)
    public Response downloadUnnamed(
            @PathParam("link") String link,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return download(link, range, ifRange, ifNoneMatch);
    }

    @HEAD
    @Path("/download/{link}/" + NAME)
    @Operation(hidden = true)
    public Response look(@PathParam("link") String link) {
        return new FileAnswer(files.load(link), storage).head();
    }

    @HEAD
    @Path("/download/{link}")
    @Operation(hidden = true)
    public Response lookUnnamed(@PathParam("link") String link) {
        return look(link);
    }

    /** With the name behind it, as OCPP wants of a URL that ends with a slash. */
    @PUT
    @Path("/upload/{link}/" + NAME)
    @LargestBody(LargestBody.UPLOAD)
    @LongestAnswer(120)
    @Operation(hidden = true)
    public Response put(
            @PathParam("link") String link,
            @PathParam("name") @Nullable String name,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            InputStream body)
            throws IOException {
        return left(link, name, new Sent(type, length == null ? -1 : length, body));
    }

    @PUT
    @Path("/upload/{link}")
    @LargestBody(LargestBody.UPLOAD)
    @LongestAnswer(120)
    @Operation(hidden = true)
    public Response putUnnamed(
            @PathParam("link") String link,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            InputStream body)
            throws IOException {
        return left(link, null, new Sent(type, length == null ? -1 : length, body));
    }

    @POST
    @Path("/upload/{link}/" + NAME)
    @LargestBody(LargestBody.UPLOAD)
    @LongestAnswer(120)
    @Operation(hidden = true)
    public Response post(
            @PathParam("link") String link,
            @PathParam("name") @Nullable String name,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            InputStream body)
            throws IOException {
        return left(link, name, new Sent(type, length == null ? -1 : length, body));
    }

    @POST
    @Path("/upload/{link}")
    @LargestBody(LargestBody.UPLOAD)
    @LongestAnswer(120)
    @Operation(hidden = true)
    public Response postUnnamed(
            @PathParam("link") String link,
            @HeaderParam("Content-Type") @Nullable String type,
            @HeaderParam("Content-Length") @Nullable Long length,
            InputStream body)
            throws IOException {
        return left(link, null, new Sent(type, length == null ? -1 : length, body));
    }

    /** A body as it comes. @param length negative: the station does not say */
    private record Sent(@Nullable String type, long length, InputStream body) {}

    private Response left(String link, @Nullable String name, Sent sent) throws IOException {
        files.link(link, FileLink.Direction.UPLOAD); // before anything is read
        String boundary = MultipartBody.boundary(sent.type()).orElse(null);
        if (boundary == null) {
            files.leave(link, name, sent.length(), sent::body);
        } else {
            MultipartBody form = MultipartBody.open(sent.body(), boundary);
            files.leave(link, name == null ? form.fileName() : name, -1, () -> form);
        }
        return Response.status(Response.Status.CREATED)
                .type(MediaType.TEXT_PLAIN_TYPE)
                .entity("The file is kept.\n")
                .build();
    }
}
