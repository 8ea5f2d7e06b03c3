package org.ohmstead.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ohmstead.ocpp.codec.values.DurationText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A place in a YAML file, which knows its line and its path.
 *
 * @param path such as {@code steps[2].charge.minutes}
 */
record Field(String file, String path, Node node) {

    int line() {
        return node.getStartMark().getLine() + 1;
    }

    ScenarioFailure wrong(String found, String allowed) {
        return new ScenarioFailure(file, line(), path + ": found " + found + ", allowed is " + allowed);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isEmpty() {
        return Tag.NULL.equals(node.getTag());
    }

    /** Its members, checked against the names that may be there. */
    Map<String, Field> members(Set<String> allowed) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(kind(), "fields: " + String.join(", ", new TreeSet<>(allowed)));
        }
        Map<String, Field> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Field key = new Field(file, path, tuple.getKeyNode());
            String name = key.text();
            Field member = new Field(file, path.isEmpty() ? name : path + "." + name, tuple.getValueNode());
            if (!allowed.isEmpty() && !allowed.contains(name)) {
                throw key.at(member.path).wrong("an unknown field", String.join(", ", new TreeSet<>(allowed)));
            }
            members.put(name, member);
        }
        return members;
    }

    List<Field> items() {
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(kind(), "a list");
        }
        List<Field> items = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            items.add(new Field(file, path + "[" + items.size() + "]", item));
        }
        return items;
    }

    String text() {
        if (!(node instanceof ScalarNode scalar) || isEmpty()) {
            throw wrong(kind(), "a text");
        }
        return scalar.getValue();
    }

    double number() {
        return parsed("a number of 0 or more", text -> {
            double number = Double.parseDouble(text);
            return number >= 0 && number < 1e12 ? Optional.of(number) : Optional.empty();
        });
    }

    int whole(int least) {
        return parsed("a whole number of " + least + " or more", text -> {
            int number = Integer.parseInt(text);
            return number >= least ? Optional.of(number) : Optional.empty();
        });
    }

    boolean flag() {
        return parsed("true or false", text -> switch (text) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    Duration time() {
        return parsed("a time such as 500ms, 30s, 10m or 2h", DurationText::parseOrSeconds);
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text())) {
                return constant;
            }
        }
        throw wrong(
                text(),
                String.join(
                        ", ",
                        java.util.Arrays.stream(type.getEnumConstants())
                                .map(Enum::name)
                                .toList()));
    }

    <T> T parsed(String allowed, java.util.function.Function<String, Optional<T>> parser) {
        String text = text();
        try {
            return parser.apply(text).orElseThrow(() -> wrong(text, allowed));
        } catch (NumberFormatException e) {
            throw wrong(text, allowed);
        }
    }

    private Field at(String other) {
        return new Field(file, other, node);
    }

    private String kind() {
        return switch (node) {
            case SequenceNode list -> "a list";
            case MappingNode fields -> "fields";
            default -> isEmpty() ? "nothing" : "a text";
        };
    }
}
