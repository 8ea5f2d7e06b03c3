package org.ohmstead.app.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** What was written where: flags over variables over the file. Knows nothing of what the values mean. */
public final class Sources {
    static final String PREFIX = "OHMSTEAD_";
    static final String DEFAULT_FILE = "ohmstead.yaml";
    /** Read by the launcher, before there is a JVM. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("OHMSTEAD_JDK_SEARCH");

    /**
     * A value as somebody wrote it.
     *
     * @param meant whether it can only have been meant for us, as a flag is; a variable or a key of a file may be another
     *              program's, or another version's
     * @param where in words: {@code flag --port}, {@code variable OHMSTEAD_PORT}, {@code port in ohmstead.yaml}
     */
    record Found(String name, String text, boolean meant, String where) {}

    private final Map<String, Found> found = new LinkedHashMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Sources() {}

    /**
     * @param args      the command line behind {@code serve}
     * @param variables the environment
     * @param directory where {@code ohmstead.yaml} is looked for
     */
    public static Sources of(List<String> args, Map<String, String> variables, Path directory) {
        Sources sources = new Sources();
        Map<String, Found> flags = sources.flags(args);
        Map<String, Found> fromVariables = sources.variables(variables);
        Found config = flags.getOrDefault("config", fromVariables.get("config"));
        sources.file(config, directory);
        sources.found.putAll(fromVariables);
        sources.found.putAll(flags);
        sources.found.remove("config");
        return sources;
    }

    /** Nothing was set but these flags. */
    public static Sources of(String... args) {
        Sources sources = new Sources();
        sources.found.putAll(sources.flags(List.of(args)));
        return sources;
    }

    Map<String, Found> found() {
        return found;
    }

    List<Wrong> wrong() {
        return wrong;
    }

    List<String> warnings() {
        return warnings;
    }

    private Map<String, Found> flags(List<String> args) {
        Map<String, Found> flags = new LinkedHashMap<>();
        for (int i = 0; i < args.size(); i++) {
            String arg = args.get(i);
            if (!arg.startsWith("--") || arg.length() == 2) {
                wrong.add(new Wrong(arg, arg, "command line", "flags look like --port 8080 or --port=8080"));
                continue;
            }
            int equals = arg.indexOf('=');
            String name = arg.substring(2, equals < 0 ? arg.length() : equals);
            if (equals >= 0) {
                flags.put(name, new Found(name, arg.substring(equals + 1), true, "flag --" + name));
            } else if (i + 1 < args.size() && !args.get(i + 1).startsWith("--")) {
                flags.put(name, new Found(name, args.get(++i), true, "flag --" + name));
            } else {
                flags.put(name, new Found(name, "", true, "flag --" + name));
            }
        }
        return flags;
    }

    private Map<String, Found> variables(Map<String, String> environment) {
        Map<String, Found> variables = new LinkedHashMap<>();
        environment.forEach((variable, text) -> {
            if (variable.startsWith(PREFIX) && !OF_THE_LAUNCHER.contains(variable)) {
                String name = variable.substring(PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
                if (text.matches("(tcp|udp|sctp)://.*")) {
                    warnings.add(
                            "variable " + variable + " is ignored: '" + text + "' is what Kubernetes tells of a service"
                                    + " that is called ohmstead too; enableServiceLinks: false keeps it away");
                } else {
                    variables.put(name, new Found(name, text, false, "variable " + variable));
                }
            }
        });
        return variables;
    }

    private void file(@Nullable Found config, Path directory) {
        Path file = directory.resolve(config == null ? DEFAULT_FILE : config.text());
        if (config == null && !Files.exists(file)) {
            return;
        }
        try {
            String text = Files.readString(file);
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            if (content instanceof Map<?, ?> map) {
                map.forEach((key, value) -> entry(String.valueOf(key), value, file));
            } else if (content != null) {
                wrong.add(new Wrong("config", file.toString(), "file", "it must hold lines such as 'port: 8080'"));
            }
        } catch (IOException e) {
            String where = config == null ? "working directory" : config.where();
            wrong.add(new Wrong("config", file.toString(), where, "the file cannot be read: " + e));
        } catch (YAMLException e) {
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            wrong.add(new Wrong("config", file.toString(), "file", "it is no YAML: " + why));
        }
    }

    private void entry(String name, @Nullable Object value, Path file) {
        String where = name + " in " + file;
        switch (value) {
            case null -> found.put(name, new Found(name, "", false, where));
            case Map<?, ?> map -> wrong.add(new Wrong(name, map.toString(), where, "a single value belongs here"));
            case List<?> list -> {
                String joined =
                        String.join(",", list.stream().map(String::valueOf).toList());
                found.put(name, new Found(name, joined, false, where));
            }
            default -> found.put(name, new Found(name, value.toString(), false, where));
        }
    }
}
