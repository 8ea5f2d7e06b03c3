package org.ohmstead.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.KnownVariable;
import org.ohmstead.reports.ReportRequest;
import org.ohmstead.reports.ReportRequests;

/** Asks stations what they are set to (1.6 §5.7; 2.x B06 to B08). What they answer is kept by {@code devicemodel}. */
@Singleton
public class ConfigurationReading {
    /** Of keys in a message, where the station has told no limit: some take no more (field note 74). */
    private static final int USUAL_KEYS = 4;

    private final Verbs verbs;
    private final StationLimits limits;
    private final DeviceModel model;
    private final ReportRequests requests;

    @Inject
    public ConfigurationReading(Verbs verbs, StationLimits limits, DeviceModel model, ReportRequests requests) {
        this.verbs = verbs;
        this.limits = limits;
        this.model = model;
        this.requests = requests;
    }

    /**
     * What was sent to learn it.
     *
     * @param commands in their order
     * @param reports  that were asked for; what they bring comes in the seconds or minutes that follow
     */
    public record Asked(List<VerbResult> commands, List<ReportRequest> reports) {}

    /**
     * Asks as {@code wish} says. Blocks until the outcome of each message is known, or for as long as the options say.
     *
     * @throws Refused not found; invalid, where the station's version has other names or no such report; as of any command
     */
    public Asked ask(Actor by, String station, ReadingWish wish, SendOptions options) {
        Addressee addressee = verbs.addressee(by, station);
        Function<Verb, VerbResult> tell = teller(by, addressee, options);
        if (!wish.values().isEmpty()) {
            VersionNames.check(addressee, wish.values(), wish.field());
        }
        if (!addressee.version().isV2()) {
            if (wish.report() != null) {
                throw Refused.invalid(
                        "report",
                        "report is " + wish.report().word() + ", but " + station
                                + " speaks OCPP 1.6, which has no reports. Leave it out, or give keys.");
            }
            return asked(
                    addressee,
                    wish.values().isEmpty() ? allKeys(addressee, tell) : keys(addressee, wish.values(), tell));
        }
        if (wish.report() == null && !wish.values().isEmpty()) {
            return asked(addressee, variables(addressee, wish.values(), tell));
        }
        ReadingWish.Report report = wish.report() == null ? ReadingWish.Report.FULL : wish.report();
        return asked(addressee, report(addressee, report, wish, tell));
    }

    private Function<Verb, VerbResult> teller(Actor by, Addressee addressee, SendOptions options) {
        Numbered numbered = new Numbered(options);
        return verb -> verbs.tell(by, addressee.ref().identity(), verb, numbered.next());
    }

    private Asked asked(Addressee addressee, List<VerbResult> results) {
        List<ReportRequest> reports = results.stream()
                .map(result ->
                        requests.ofCommand(addressee.ref(), result.command().id()))
                .flatMap(Optional::stream)
                .toList();
        return new Asked(results, reports);
    }

    /** Without a list, since some take an empty one as none (field note 75); what is missing then is asked for by name. */
    private List<VerbResult> allKeys(Addressee station, Function<Verb, VerbResult> tell) {
        VerbResult all = tell.apply(Verb.of("GetConfiguration", Words.newPayload()));
        List<VerbResult> results = new ArrayList<>();
        results.add(all);
        boolean silent = all.how() == How.TIMED_OUT;
        if (all.how() != How.ANSWERED && all.how() != How.REFUSED && !silent) {
            return results;
        }
        Map<String, String> missing = new LinkedHashMap<>();
        Stream.of(StandardKeys.REQUIRED, isAnything(all) ? List.<String>of() : StandardKeys.OPTIONAL)
                .flatMap(List::stream)
                .forEach(key -> missing.put(key.toLowerCase(Locale.ROOT), key));
        model.all(station.ref().scope(), station.ref()).values().stream()
                .map(KnownVariable::address)
                .filter(Address::isKey)
                .forEach(key -> missing.putIfAbsent(key.variable().toLowerCase(Locale.ROOT), key.variable()));
        for (String list : List.of("configurationKey", "unknownKey")) {
            for (JsonNode told : all.response().path(list)) {
                String key = told.isTextual() ? told.asText() : told.path("key").asText();
                missing.remove(key.strip().toLowerCase(Locale.ROOT));
            }
        }
        List<Address> rest = missing.values().stream().map(Address::ofKey).toList();
        if (!rest.isEmpty()) {
            results.addAll(keys(station, rest, tell));
        }
        return results;
    }

    private static boolean isAnything(VerbResult all) {
        return !all.response().path("configurationKey").isEmpty();
    }

    /** Where many are wanted and the station has not told how many it takes, it is asked that first. */
    private List<VerbResult> keys(Addressee station, List<Address> keys, Function<Verb, VerbResult> tell) {
        List<VerbResult> results = new ArrayList<>();
        if (keys.size() > USUAL_KEYS
                && limits.of(station.ref(), StationLimit.CONFIGURATION_KEYS).isEmpty()) {
            VerbResult most = tell.apply(get(List.of(Address.ofKey(StandardKeys.MOST_KEYS))));
            results.add(most);
            if (!Portions.isThere(most)) {
                return results;
            }
        }
        int most = limits.of(station.ref(), StationLimit.CONFIGURATION_KEYS)
                .map(told -> (int) Math.min(told.most(), Integer.MAX_VALUE))
                .orElse(USUAL_KEYS);
        results.addAll(results(
                new Portions<Address>(most, Long.MAX_VALUE, each -> 0).send(keys, some -> tell.apply(get(some)))));
        return results;
    }

    private static Verb get(List<Address> keys) {
        ObjectNode payload = Words.newPayload();
        ArrayNode names = payload.putArray("key");
        keys.forEach(each -> names.add(each.variable()));
        return Verb.of("GetConfiguration", payload);
    }

    private List<VerbResult> variables(Addressee station, List<Address> variables, Function<Verb, VerbResult> tell) {
        Portions<Address> portions = new Portions<>(
                VersionNames.most(limits, station, StationLimit.VARIABLES_TO_GET),
                VersionNames.bytes(limits, station, StationLimit.BYTES_OF_GET_VARIABLES),
                each -> bytes(each.into(Words.newPayload())));
        return results(portions.send(variables, some -> {
            ObjectNode payload = Words.newPayload();
            ArrayNode data = payload.putArray("getVariableData");
            some.forEach(each -> each.into(data.addObject()));
            return tell.apply(Verb.of("GetVariables", payload));
        }));
    }

    private List<VerbResult> report(
            Addressee station, ReadingWish.Report report, ReadingWish wish, Function<Verb, VerbResult> tell) {
        String base = report.base();
        if (base != null) {
            ObjectNode payload = Words.newPayload();
            payload.put("requestId", ReportRequests.newNumber()).put("reportBase", base);
            return List.of(tell.apply(Verb.of("GetBaseReport", payload)));
        }
        if (wish.values().isEmpty()) {
            return List.of(tell.apply(Verb.of("GetReport", custom(wish.criteria(), List.of()))));
        }
        Portions<Address> portions = new Portions<>(
                VersionNames.most(limits, station, StationLimit.VARIABLES_TO_REPORT),
                VersionNames.bytes(limits, station, StationLimit.BYTES_OF_GET_REPORT),
                each -> bytes(part(each, Words.newPayload())));
        return results(
                portions.send(wish.values(), some -> tell.apply(Verb.of("GetReport", custom(wish.criteria(), some)))));
    }

    private static ObjectNode custom(List<String> criteria, List<Address> parts) {
        ObjectNode payload = Words.newPayload();
        payload.put("requestId", ReportRequests.newNumber());
        if (!criteria.isEmpty()) {
            criteria.forEach(payload.putArray("componentCriteria")::add);
        }
        if (!parts.isEmpty()) {
            ArrayNode list = payload.putArray("componentVariable");
            parts.forEach(each -> part(each, list.addObject()));
        }
        return payload;
    }

    /** Without a variable all of the component are meant (B08.FR.20). */
    private static ObjectNode part(Address part, ObjectNode into) {
        ObjectNode item = part.into(into);
        item.remove("attributeType");
        if (part.variable().isEmpty()) {
            item.remove("variable");
        }
        return item;
    }

    private static int bytes(ObjectNode item) {
        return item.toString().getBytes(StandardCharsets.UTF_8).length + 1;
    }

    private static <T> List<VerbResult> results(List<Portion<T>> portions) {
        return portions.stream().map(Portion::result).filter(Objects::nonNull).toList();
    }
}
