package org.ohmstead.simulator.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.scenario.Scenario.Deed;
import org.ohmstead.simulator.scenario.Scenario.Step;
import org.ohmstead.simulator.station.SampleMessages;
import org.ohmstead.simulator.station.StationOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** The steps of the language: a bare word, or a word with what belongs to it. */
final class Steps {
    private static final String WORDS =
            "boot, plug, authorize, start, charge, meter, stop, unplug, loseConnection, reconnect, "
                    + "reboot, send, misbehave, wait, expect";

    private final Field step;
    private final StationOptions options;

    private Steps(Field step, StationOptions options) {
        this.step = step;
        this.options = options;
    }

    static Step read(Field step, StationOptions options) {
        Steps steps = new Steps(step, options);
        if (step.isScalar()) {
            String word = step.text();
            return new Step(step.line(), word, steps.deed(word, null));
        }
        Map<String, Field> members = step.members(Set.of());
        if (members.size() != 1) {
            throw step.wrong(members.size() + " words", "one of " + WORDS);
        }
        Map.Entry<String, Field> only = members.entrySet().iterator().next();
        Field value = only.getValue().isEmpty() ? null : only.getValue();
        String text = value != null && value.isScalar() ? only.getKey() + ": " + value.text() : only.getKey();
        return new Step(step.line(), text, steps.deed(only.getKey(), value));
    }

    private Deed deed(String word, @Nullable Field value) {
        return switch (word) {
            case "boot" -> nothing(value, Play::boot);
            case "plug" -> at(value, Play::plug);
            case "authorize" -> authorize(value);
            case "start" -> at(value, Play::start);
            case "charge" -> charge(value);
            case "meter" -> at(value, Play::meter);
            case "stop" -> stop(value);
            case "unplug" -> at(value, Play::unplug);
            case "loseConnection" -> lose(value);
            case "reconnect" -> nothing(value, Play::reconnect);
            case "reboot" -> nothing(value, Play::reboot);
            case "send" -> send(needed(word, value));
            case "misbehave" -> Misbehaviour.read(needed(word, value));
            case "wait" -> pause(needed(word, value));
            case "expect" -> Expectations.read(needed(word, value));
            default -> throw step.wrong(word, WORDS);
        };
    }

    private Field needed(String word, @Nullable Field value) {
        if (value == null) {
            throw step.wrong("nothing behind " + word, "see docs/simulator.md");
        }
        return value;
    }

    private Deed nothing(@Nullable Field value, Deed deed) {
        if (value != null) {
            throw value.wrong("something", "nothing");
        }
        return deed;
    }

    /** What happens at a connector; the one that was used last when none is named. */
    private interface AtConnector {
        void in(Play play, int connector) throws InterruptedException;
    }

    private Deed at(@Nullable Field value, AtConnector what) {
        if (value == null) {
            return play -> what.in(play, play.connector());
        }
        int connector = connector(value);
        return play -> what.in(play, play.use(connector));
    }

    private int connector(Field field) {
        int connector = field.whole(1);
        if (connector > options.outlets()) {
            throw field.wrong(String.valueOf(connector), "1 to " + options.outlets() + ", the station's connectors");
        }
        return connector;
    }

    private Deed authorize(@Nullable Field value) {
        if (value == null) {
            return play -> play.authorize(play.token());
        }
        String token = value.text();
        return play -> play.authorize(token);
    }

    private Deed charge(@Nullable Field value) {
        Field given = needed("charge", value);
        if (given.isScalar()) {
            Duration time = given.time();
            return play -> play.charge(time, null);
        }
        Map<String, Field> members = given.members(Set.of("minutes", "for", "watts"));
        Field minutes = members.get("minutes");
        Field time = members.get("for");
        if ((minutes == null) == (time == null)) {
            throw given.wrong(minutes == null ? "no time" : "two times", "minutes: 10, or for: 90s");
        }
        Duration length = minutes != null
                ? Duration.ofMillis((long) (minutes.number() * 60_000))
                : needed("for", time).time();
        Field watts = members.get("watts");
        Double limit = watts == null ? null : watts.number();
        return play -> play.charge(length, limit);
    }

    private Deed stop(@Nullable Field value) {
        if (value == null || value.isScalar()) {
            return at(value, (play, connector) -> play.stop(connector, TriggerReason.StopAuthorized, Reason.Local));
        }
        Map<String, Field> members = value.members(Set.of("connector", "reason"));
        Field connector = members.get("connector");
        Field given = members.get("reason");
        Reason reason = given == null ? Reason.Local : given.oneOf(Reason.class);
        TriggerReason trigger = reason == Reason.Local ? TriggerReason.StopAuthorized : TriggerReason.AbnormalCondition;
        return at(connector, (play, number) -> play.stop(number, trigger, reason));
    }

    private Deed lose(@Nullable Field value) {
        if (value == null) {
            return play -> play.lose(null);
        }
        Duration time = value.time();
        return play -> play.lose(time);
    }

    private Deed pause(Field value) {
        Duration time = value.time();
        return play -> play.pause(time);
    }

    private Deed send(Field value) {
        if (value.isScalar()) {
            String action = value.text();
            checked(value, () -> samples().fromStation(action));
            return play -> play.send(play.station().sample(action));
        }
        Map<String, Field> members = value.members(Set.of("action", "payload", "raw"));
        Field raw = members.get("raw");
        if (raw != null) {
            String text = raw.text();
            return play -> play.station().raw(text);
        }
        Field action = members.get("action");
        Field payload = members.get("payload");
        if (action == null) {
            throw value.wrong("no action", "action: the name of a message, or raw: a text");
        }
        String name = action.text();
        if (payload == null) {
            checked(action, () -> samples().fromStation(name));
            return play -> play.send(play.station().sample(name));
        }
        String json = json(payload);
        Record request = checked(payload, () -> SampleMessages.parse(options.version(), name, json));
        return play -> play.send(request);
    }

    private SampleMessages samples() {
        return new SampleMessages(options.version(), java.time.Instant.EPOCH, "1", "TOKEN");
    }

    private static Record checked(Field field, java.util.function.Supplier<Record> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            throw field.wrong(String.valueOf(wrong.getMessage()), "what the schema allows");
        }
    }

    /** YAML as JSON; timestamps stay the texts they are. */
    private static String json(Field field) {
        try {
            return Json.TREES.writeValueAsString(new Values().of(field.node()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Values extends SafeConstructor {
        Values() {
            super(new LoaderOptions());
            this.yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }

        Object of(Node node) {
            return constructDocument(node);
        }
    }
}
