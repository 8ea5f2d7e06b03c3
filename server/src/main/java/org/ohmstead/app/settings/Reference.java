package org.ohmstead.app.settings;

/** The settings as a page: {@code docs/settings.md} and {@code serve --help}. */
public final class Reference {
    private Reference() {}

    /** For a terminal. */
    public static String help() {
        StringBuilder page = new StringBuilder("""
                Usage: ./ohmstead serve [FLAGS]

                Each flag is also a variable (--ping-interval: OHMSTEAD_PING_INTERVAL) and a key in ohmstead.yaml
                (ping-interval: 30s), looked for in the working directory. Flags win over variables over the file.

                  --config FILE
                      Read this file instead of ohmstead.yaml.
                """);
        for (Known known : Known.all()) {
            page.append("\n  --%s (default: %s)\n".formatted(known.name(), shownFallback(known)));
            page.append(wrapped(known.setting().value() + " Allowed: " + known.allowed() + "."));
        }
        return page.toString();
    }

    /** For {@code docs/}. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Settings

                Generated from the records in `org.ohmstead.app.settings`; `./ohmstead serve --help` prints the same.

                Each setting is a flag (`--ping-interval 30s`), a variable (`OHMSTEAD_PING_INTERVAL=30s`) and a key of
                `ohmstead.yaml` in the working directory, or of the file that `--config` names (`ping-interval: 30s`). Flags
                win over variables, variables over the file, the file over the defaults. A wrong value, or an unknown flag,
                stops the start with exit code 2 and a line that names it, what was found, where, and what is allowed.
                Unknown variables and keys of the file are ignored with a warning.

                | setting | default | allowed | meaning |
                |---|---|---|---|
                """);
        for (Known known : Known.all()) {
            page.append("| `%s` | `%s` | %s | %s |\n"
                    .formatted(
                            known.name(),
                            shownFallback(known),
                            known.allowed(),
                            known.setting().value()));
        }
        return page.toString();
    }

    private static String shownFallback(Known known) {
        return known.setting().fallback().isEmpty() ? "none" : known.setting().fallback();
    }

    private static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        StringBuilder line = new StringBuilder("     ");
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > 100) {
                lines.append(line).append('\n');
                line = new StringBuilder("     ");
            }
            line.append(' ').append(word);
        }
        return lines.append(line).append('\n').toString();
    }
}
