package org.ohmstead.simulator.station;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be set at a station: the keys of 1.6, the variables of 2.x. Names are compared without case. */
public final class Configuration {
    private final Map<Name, Setting> settings = new LinkedHashMap<>();

    /** How a change ended. */
    public enum Change {
        ACCEPTED,
        REBOOT_REQUIRED,
        REJECTED,
        UNKNOWN
    }

    /** What values look like. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN,
        OPTION,
        LIST
    }

    /**
     * @param component empty in 1.6
     * @param evse      0: the station itself
     * @param instance  of the variable; empty for none
     */
    public record Name(String component, int evse, String variable, String instance) {
        public Name {
            component = component.toLowerCase(Locale.ROOT);
            variable = variable.toLowerCase(Locale.ROOT);
            instance = instance.toLowerCase(Locale.ROOT);
        }
    }

    /** One of them. */
    public static final class Setting {
        private final String component;
        private final int evse;
        private final String variable;
        private final String instance;
        private String value;
        private Kind kind = Kind.TEXT;
        private boolean writable;
        private boolean readable = true;
        private boolean needsReboot;
        private String unit = "";
        private List<String> allowed = List.of();

        private Setting(String component, int evse, String variable, String instance, String value) {
            this.component = component;
            this.evse = evse;
            this.variable = variable;
            this.instance = instance;
            this.value = value;
        }

        public String component() {
            return component;
        }

        public int evse() {
            return evse;
        }

        public String variable() {
            return variable;
        }

        public String instance() {
            return instance;
        }

        public String value() {
            return value;
        }

        public Kind kind() {
            return kind;
        }

        public boolean writable() {
            return writable;
        }

        /** Passwords are not. */
        public boolean readable() {
            return readable;
        }

        public String unit() {
            return unit;
        }

        /** The members of a list or the options; empty: any. */
        public List<String> allowed() {
            return allowed;
        }

        public Setting kind(Kind kind) {
            this.kind = kind;
            return this;
        }

        public Setting changeable() {
            this.writable = true;
            return this;
        }

        public Setting secret() {
            this.readable = false;
            return changeable();
        }

        public Setting needsReboot() {
            this.needsReboot = true;
            return changeable();
        }

        public Setting unit(String unit) {
            this.unit = unit;
            return this;
        }

        public Setting allowed(String... allowed) {
            this.allowed = List.of(allowed);
            return this;
        }

        /** For what the station changes itself. */
        public void value(String value) {
            this.value = value;
        }

        private boolean takes(String wanted) {
            return switch (kind) {
                case TEXT -> true;
                case INTEGER -> wanted.matches("\\d{1,9}");
                case DECIMAL -> wanted.matches("-?\\d{1,9}(\\.\\d+)?");
                case BOOLEAN -> wanted.equalsIgnoreCase("true") || wanted.equalsIgnoreCase("false");
                case OPTION -> allowed.isEmpty() || isAllowed(wanted);
                case LIST ->
                    wanted.isBlank()
                            || allowed.isEmpty()
                            || Arrays.stream(wanted.split(","))
                                    .map(String::strip)
                                    .allMatch(this::isAllowed);
            };
        }

        private boolean isAllowed(String wanted) {
            return allowed.stream().anyMatch(wanted::equalsIgnoreCase);
        }
    }

    /** Adds a key of 1.6. */
    public Setting add(String key, Object value) {
        return add("", 0, key, "", value);
    }

    public Setting add(String component, int evse, String variable, String instance, Object value) {
        Setting setting = new Setting(component, evse, variable, instance, String.valueOf(value));
        settings.put(new Name(component, evse, variable, instance), setting);
        return setting;
    }

    public Collection<Setting> all() {
        return settings.values();
    }

    public Optional<Setting> find(Name name) {
        return Optional.ofNullable(settings.get(name));
    }

    public Optional<Setting> find(String key) {
        return find(new Name("", 0, key, ""));
    }

    public boolean hasComponent(String component) {
        return settings.keySet().stream().anyMatch(name -> name.component().equalsIgnoreCase(component));
    }

    public Change change(Name name, String value) {
        Setting setting = settings.get(name);
        if (setting == null) {
            return Change.UNKNOWN;
        }
        if (!setting.writable || !setting.takes(value)) {
            return Change.REJECTED;
        }
        setting.value = value;
        return setting.needsReboot ? Change.REBOOT_REQUIRED : Change.ACCEPTED;
    }

    public String text(Name name) {
        return text(name, "");
    }

    public boolean flag(Name name) {
        return Boolean.parseBoolean(text(name, "false"));
    }

    public Duration seconds(Name name) {
        return Duration.ofSeconds(new BigDecimal(text(name, "0")).longValue());
    }

    private String text(Name name, String otherwise) {
        @Nullable Setting setting = settings.get(name);
        return setting == null ? otherwise : setting.value;
    }
}
