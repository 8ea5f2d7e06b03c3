package org.ohmstead.app.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.CharConversionException;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.RangeNotSatisfiable;
import org.ohmstead.api.Refused;
import org.ohmstead.db.StoreUnavailable;

/** One of the three doors where exceptions stop: whatever a resource throws becomes {@code application/problem+json}. */
@Singleton
public class ProblemMapper {
    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final String RETRY_SECONDS = "5";

    private final CurrentVertxRequest request;
    private final ApiRoutes routes;

    @Inject
    public ProblemMapper(CurrentVertxRequest request, ApiRoutes routes) {
        this.request = request;
        this.routes = routes;
    }

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem).build();
    }

    @ServerExceptionMapper
    public Response refused(Refused refused) {
        Response.ResponseBuilder answer = answer(Problem.of(refused));
        Duration wait = refused.retryAfter();
        return (wait == null ? answer : answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds())).build();
    }

    @ServerExceptionMapper
    public Response range(RangeNotSatisfiable failure) {
        return answer(new Problem(416, "Range not satisfiable", failure.detail(), null))
                .header("Content-Range", failure.contentRange())
                .build();
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException failure) {
        return refused(JsonBody.problem(failure));
    }

    /** Bytes that are no text in any encoding of JSON. */
    @ServerExceptionMapper
    public Response encoding(CharConversionException failure) {
        String detail = "The body is no JSON in UTF-8. Send it in UTF-8, without a byte order mark.";
        return answer(new Problem(400, "Malformed JSON", detail, null)).build();
    }

    /** Quarkus has a mapper of its own for these, which answers without a word. */
    @ServerExceptionMapper
    public Response mismatch(MismatchedInputException failure) {
        return json(failure);
    }

    @ServerExceptionMapper
    public Response store(StoreUnavailable failure) {
        String detail = "The database is not available at the moment. Nothing was changed; try again in a few seconds.";
        return answer(new Problem(503, "Database not available", detail, null))
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    @ServerExceptionMapper
    public Response notFound(NotFoundException failure) {
        return refused(Refused.notFound("There is nothing at this URL; /docs lists what there is."));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException failure) {
        if (cause(failure) instanceof JsonProcessingException json) {
            return json(json);
        }
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse(); // a redirect is no problem
        }
        Response.ResponseBuilder answer = answer(new Problem(status, title(status), detail(status), null));
        return status == 405
                ? answer.header(HttpHeaders.ALLOW, String.join(", ", routes.methods(path())))
                        .build()
                : answer.build();
    }

    /** Whoever asked hung up before it was served; nobody hears the answer. */
    @ServerExceptionMapper({ContextNotActiveException.class, ClosedChannelException.class})
    public Response hungUp(Exception failure) {
        LOG.log(Level.DEBUG, "A client hung up before its request was served");
        return answer(new Problem(500, "Unexpected error", "The request was given up by its client.", null))
                .build();
    }

    @ServerExceptionMapper
    public Response unexpected(Throwable failure) {
        String id = Correlation.of(request);
        LOG.log(Level.ERROR, "Unexpected in a request, id=" + id, failure);
        String detail = "Something went wrong in the server. Its log says more under id=" + id + ".";
        return answer(new Problem(500, "Unexpected error", detail, null)).build();
    }

    private String path() {
        RoutingContext current = Correlation.current(request);
        return current == null ? "" : String.valueOf(current.request().path());
    }

    private Response.ResponseBuilder answer(Problem problem) {
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(ProblemBody.of(problem, Correlation.of(request)));
        if (problem.status() == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, RouteGuard.CHALLENGE);
        }
        return answer;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof JsonProcessingException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Not possible" : Objects.requireNonNull(known.getReasonPhrase());
    }

    private static String detail(int status) {
        return switch (status) {
            case 405 -> "This URL does not know that method; the header Allow lists those that it knows.";
            case 406 ->
                "This URL answers with application/json (sessions, their readings and totals also with text/csv);"
                        + " accept that.";
            case 413 ->
                "The body is too large; allowed is 1 MiB, 8 MiB for commands to stations, and max-upload for files.";
            case 415 ->
                "Send the body as application/json, with that Content-Type (a list of tokens to import also as"
                        + " text/csv; a file as application/octet-stream).";
            default -> "The request cannot be served as it is; /docs shows how it should look.";
        };
    }
}
