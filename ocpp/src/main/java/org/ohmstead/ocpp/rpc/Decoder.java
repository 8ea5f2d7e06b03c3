package org.ohmstead.ocpp.rpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.rpc.frame.FrameHead;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.frame.FurtherMessage;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.frame.Repair;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Payload;
import org.ohmstead.ocpp.rpc.routing.Routes;

/**
 * From text to {@link Arrival}, payloads straight into their records. What is no JSON is repaired and read once more, unless
 * the link is strict: a station whose message is refused for a comma sends it again for ever (field notes 26 to 29).
 */
final class Decoder<C> {
    private static final System.Logger LOG = System.getLogger(Decoder.class.getName());

    /** What the second parser reads without any mending: leading zeros, NaN, line breaks in a text. */
    private static final List<Deviation> LENIENT_PARSER =
            List.of(new Deviation("frame", Rule.SYNTAX, "a number or text as JSON has none", "well-formed JSON"));

    private final Routes<C> routes;
    private final Reading reading;
    private final Outbound outbound;

    Decoder(Routes<C> routes, Reading reading, Outbound outbound) {
        this.routes = routes;
        this.reading = reading;
        this.outbound = outbound;
    }

    /**
     * One message of a text.
     *
     * @param text what of it is this message
     * @param next where a further one begins in it, or {@link FurtherMessage#NONE}
     */
    record Message<C>(Arrival<C> arrival, String text, int next) {
        static <C> Message<C> of(Arrival<C> arrival, String text, int from, int next) {
            return new Message<>(
                    arrival, text.substring(from, next == FurtherMessage.NONE ? text.length() : next), next);
        }
    }

    /** The first message of a text from there on. Looks at nothing behind it, which may be as long again a thousand times. */
    Message<C> decode(String text, int from) {
        FrameHead head = new FrameHead();
        Arrival<C> asItCame = decode(text, from, Json.FACTORY, List.of(), head);
        if (reading.strict() || !(asItCame instanceof Arrival.Broken<C> broken)) {
            return Message.of(asItCame, text, from, head.next());
        }
        Repair repair = Repair.of(text, from);
        List<Deviation> made = repair.made().isEmpty() ? LENIENT_PARSER : repair.made();
        Arrival<C> repaired = decode(repair.text(), 0, Json.REPAIRING, made, new FrameHead());
        boolean hopeless = repaired instanceof Arrival.Broken<C> still && still.id() == null;
        return Message.of(hopeless ? broken : repaired, text, from, repair.next());
    }

    private Arrival<C> decode(String text, int from, JsonFactory json, List<Deviation> repairs, FrameHead head) {
        try (JsonParser at = parser(text, from, json)) {
            head.read(at);
            head.deviations().addAll(repairs);
            return decode(text, from, head, at, json);
        } catch (JsonProcessingException e) {
            long offset = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
            return broken(head, ErrorCode.FormatViolation, "broken JSON at character " + offset, "well-formed JSON");
        } catch (NumberFormatException e) {
            // The lenient parser takes a lone "." for a number until somebody wants its value.
            return broken(head, ErrorCode.FormatViolation, "a number that is none", "well-formed JSON");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // A fault of ours over somebody's strange payload must cost neither the session nor the process (field note
            // 42).
            LOG.log(System.Logger.Level.ERROR, "Cannot read action=" + head.action() + " id=" + head.id(), e);
            return broken(head, ErrorCode.InternalError, "a payload that cannot be processed", "another one");
        }
    }

    private static JsonParser parser(String text, int from, JsonFactory json) throws IOException {
        if (from == 0) {
            return json.createParser(text);
        }
        StringReader rest = new StringReader(text);
        rest.skip(from);
        return json.createParser(rest);
    }

    /** @param from where the parser began, from which its offsets count */
    private Arrival<C> decode(String text, int from, FrameHead head, JsonParser at, JsonFactory json)
            throws IOException {
        FrameType type = head.type();
        MessageId id = head.id();
        if (head.hasNumber() && (type == null || !type.existsIn(routes.version()))) {
            return new Arrival.UnknownType<>(id, head.deviations());
        }
        if (type == null || id == null) {
            return broken(head, ErrorCode.RpcFrameworkError, "no type or no id", "[type,\"id\",...]");
        }
        Arrival<C> arrival =
                switch (type) {
                    case CALL, SEND -> request(type, id, head, at, json);
                    case CALLRESULT -> result(id, head, at, text, from);
                    case CALLERROR, CALLRESULTERROR -> error(type, id, head, at);
                };
        readToEnd(text, from, head, at);
        return reading.strict() && !head.deviations().isEmpty() ? odd(head) : arrival;
    }

    private Arrival<C> request(FrameType type, MessageId id, FrameHead head, JsonParser at, JsonFactory json)
            throws IOException {
        String name = head.action();
        if (name == null) {
            return broken(head, ErrorCode.RpcFrameworkError, "no action", "the name of an action");
        }
        Optional<String> signed = Signed.action(name, routes.version());
        Optional<Action> action = find(signed.orElse(name), head);
        Optional<Routes.Route<C>> route = action.flatMap(routes::find);
        boolean wrongType = action.isPresent() && action.get().isSend() != (type == FrameType.SEND);
        if (route.isEmpty() || wrongType) {
            at.skipChildren();
            String known = action.map(Action::name).orElse(name);
            return new Arrival.Unserved<>(type, id, known, action.orElse(null), head.deviations());
        }
        Class<? extends Record> record = route.get().action().request();
        var payload = signed.isPresent()
                ? Signed.read(at, json, record, routes.version(), reading)
                : Payload.read(at, record, routes.version(), reading);
        return new Arrival.Request<>(type, id, route.get(), payload, head.deviations());
    }

    /** By its name; when lenient by what was meant (field note 40). */
    private Optional<Action> find(String name, FrameHead head) {
        OcppVersion version = routes.version();
        Optional<Action> exact = Catalogue.find(version, name);
        if (exact.isPresent() || reading.strict()) {
            return exact;
        }
        Optional<Action> meant = Catalogue.guess(version, name);
        meant.ifPresent(
                action -> head.deviations().add(new Deviation("frame[2]", Rule.VALUE, cut(name), action.name())));
        return meant;
    }

    private Arrival<C> result(MessageId id, FrameHead head, JsonParser at, String text, int from) throws IOException {
        PendingCall<?> pending = outbound.onTheWire(id.text());
        if (pending == null) {
            at.skipChildren();
            return new Arrival.Stray<>(id, head.deviations());
        }
        boolean absent = at.currentToken() == JsonToken.END_ARRAY;
        int begin = from + (int) at.currentTokenLocation().getCharOffset();
        var payload = Payload.read(at, pending.responseType(), routes.version(), reading);
        at.finishToken();
        String raw = absent
                ? ""
                : text.substring(begin, from + (int) at.currentLocation().getCharOffset());
        return new Arrival.Result<>(id, pending, payload, raw, head.deviations());
    }

    /** Three to five elements of whatever kind (field note 38). */
    private Arrival<C> error(FrameType type, MessageId id, FrameHead head, JsonParser at) throws IOException {
        List<JsonNode> parts = new ArrayList<>(3);
        for (JsonToken token = at.currentToken();
                token != JsonToken.END_ARRAY && parts.size() < 3;
                token = at.nextToken()) {
            parts.add(Json.tree(at));
        }
        String code = parts.isEmpty() ? "" : parts.get(0).asText();
        String description =
                parts.size() < 2 || parts.get(1).isNull() ? "" : parts.get(1).asText();
        JsonNode details = parts.size() < 3 ? null : parts.get(2);
        PendingCall<?> pending = type == FrameType.CALLERROR ? outbound.onTheWire(id.text()) : null;
        return new Arrival.Error<>(type, id, pending, code, description, details, head.deviations());
    }

    /** Notes where the frame, or the text, did not end where it should. Broken JSON further on is still an exception. */
    private void readToEnd(String text, int from, FrameHead head, JsonParser at) throws IOException {
        boolean clean = true;
        if (!endOfFrame(at)) {
            for (JsonToken token = at.nextToken(); token != null && !endOfFrame(at); token = at.nextToken()) {
                clean = false;
            }
        }
        int next = reading.strict()
                ? FurtherMessage.NONE
                : FurtherMessage.behind(text, from + (int) at.currentLocation().getCharOffset());
        if (next != FurtherMessage.NONE) {
            head.next(next);
            head.deviations().add(FurtherMessage.DEVIATION);
        } else {
            clean &= at.nextToken() == null;
        }
        if (!clean) {
            head.deviations().add(new Deviation("frame", Rule.SYNTAX, "more than is due", "the end"));
        }
    }

    private static boolean endOfFrame(JsonParser at) {
        return at.currentToken() == JsonToken.END_ARRAY
                && at.getParsingContext().inRoot();
    }

    private Arrival<C> broken(FrameHead head, ErrorCode code, String found, String allowed) {
        Deviation fault = new Deviation("frame", Rule.SYNTAX, found, allowed);
        return new Arrival.Broken<>(head.type(), head.id(), head.action(), fault, code);
    }

    /** For a strict link: a frame around whatever payload that is not as it should be. */
    private Arrival<C> odd(FrameHead head) {
        Deviation fault = head.deviations().getFirst();
        return new Arrival.Broken<>(head.type(), head.id(), head.action(), fault, ErrorCode.FormatViolation);
    }

    private static String cut(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }
}
