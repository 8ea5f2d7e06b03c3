package org.ohmstead.configuration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult;
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

/** Sets values at stations: with 1.6 one by one (§5.2), with 2.x as many in a message as the station takes (B05). */
@Singleton
public class ConfigurationWriting {
    private final Verbs verbs;
    private final StationLimits limits;

    @Inject
    public ConfigurationWriting(Verbs verbs, StationLimits limits) {
        this.verbs = verbs;
        this.limits = limits;
    }

    /**
     * Blocks until the outcome of each is known, or for as long as the options say for each message; so no handler of a station's
     * messages may come here.
     *
     * A list of measurands of 1.6 that is refused as a whole is tried one by one (field note 78); the reason tells what is left out.
     *
     * @param settings each once
     * @return one result for each, in their order
     * @throws Refused not found; invalid, where the station's version has other names, or its schema another length; as of any command
     */
    public List<SettingResult> write(Actor by, String station, List<Setting> settings, SendOptions options) {
        Addressee addressee = verbs.addressee(by, station);
        boolean v2 = addressee.version().isV2();
        VersionNames.check(addressee, settings.stream().map(Setting::address).toList(), "settings");
        Numbered numbered = new Numbered(options);
        List<Portion<Setting>> portions = v2
                ? portionsOf2(addressee)
                        .send(settings, some -> verbs.tell(by, station, variables(some), numbered.next()))
                : new Portions<Setting>(1, Long.MAX_VALUE, each -> 0)
                        .send(settings, one -> verbs.tell(by, station, key(one.getFirst()), numbered.next()));
        Map<String, SettingResult> results = new HashMap<>();
        portions.forEach(portion -> portion.items().forEach(each -> {
            SettingResult result = result(portion, each.address());
            boolean tried = !v2 && Measurands.mayBeTried(each, result);
            results.put(
                    each.address().key(),
                    tried
                            ? Measurands.oneByOne(
                                    each,
                                    result,
                                    some -> one(some, () -> verbs.tell(by, station, key(some), numbered.next())))
                            : result);
        }));
        List<SettingResult> inOrder = new ArrayList<>();
        settings.forEach(each -> inOrder.add(results.get(each.address().key())));
        return inOrder;
    }

    private static SettingResult one(Setting setting, Supplier<VerbResult> tell) {
        try {
            return result(new Portion<>(List.of(setting), tell.get(), null), setting.address());
        } catch (Refused refused) {
            return result(new Portion<>(List.of(setting), null, refused), setting.address());
        }
    }

    private Portions<Setting> portionsOf2(Addressee addressee) {
        return new Portions<>(
                VersionNames.most(limits, addressee, StationLimit.VARIABLES_TO_SET),
                VersionNames.bytes(limits, addressee, StationLimit.BYTES_OF_SET_VARIABLES),
                each -> item(each, Words.newPayload()).toString().getBytes(StandardCharsets.UTF_8).length + 1);
    }

    private static Verb key(Setting setting) {
        ObjectNode payload = Words.newPayload();
        payload.put("key", setting.address().variable()).put("value", setting.value());
        return Verb.of("ChangeConfiguration", payload);
    }

    private static Verb variables(List<Setting> settings) {
        ObjectNode payload = Words.newPayload();
        ArrayNode data = payload.putArray("setVariableData");
        settings.forEach(each -> item(each, data.addObject()));
        return Verb.of("SetVariables", payload);
    }

    private static ObjectNode item(Setting setting, ObjectNode into) {
        return setting.address().into(into.put("attributeValue", setting.value()));
    }

    private static SettingResult result(Portion<Setting> portion, Address address) {
        VerbResult sent = portion.result();
        if (sent == null) {
            Refused refused = portion.refused();
            String why = refused == null ? "One before it was not answered." : refused.detail();
            return new SettingResult(address, SettingResult.NOT_SENT, why, null);
        }
        long command = sent.command().id();
        CommandResult ended = sent.command().result();
        if (ended == null) {
            return new SettingResult(address, SettingResult.WAITS, null, command);
        }
        if (ended.how() != How.ANSWERED) {
            return new SettingResult(address, ended.how().word(), ended.text(), command);
        }
        return answered(sent, address, command);
    }

    private static SettingResult answered(VerbResult sent, Address address, long command) {
        if (address.isKey()) {
            String status = sent.status();
            return new SettingResult(address, status == null ? SettingResult.NO_RESULT : status, null, command);
        }
        for (JsonNode one : sent.response().path("setVariableResult")) {
            Address of = Address.of(one.path("component"), one.path("variable"), one.path("attributeType"));
            if (of.key().equals(address.key())) {
                return new SettingResult(
                        address, one.path("attributeStatus").asText(SettingResult.NO_RESULT), reason(one), command);
            }
        }
        return new SettingResult(
                address, SettingResult.NO_RESULT, "The station's answer does not tell of it.", command);
    }

    private static @Nullable String reason(JsonNode item) {
        String code = item.at("/attributeStatusInfo/reasonCode").asText();
        String more = item.at("/attributeStatusInfo/additionalInfo").asText();
        return code.isEmpty() && more.isEmpty()
                ? null
                : more.isEmpty() ? code : code.isEmpty() ? more : code + ": " + more;
    }
}
