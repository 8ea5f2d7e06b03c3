package org.ohmstead.commands;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who wants to know of which commands. They are looked for when the first command is sent, because they send some themselves. */
@Singleton
public class CommandListeners {
    private final Supplier<? extends Iterable<CommandListener>> found;
    private volatile @Nullable Map<String, List<CommandListener>> byAction;

    @Inject
    public CommandListeners(@Any Instance<CommandListener> beans) {
        this(() -> beans);
    }

    /** For those who have no container. */
    public CommandListeners(Supplier<? extends Iterable<CommandListener>> found) {
        this.found = found;
    }

    List<CommandListener> of(String action) {
        Map<String, List<CommandListener>> known = byAction;
        if (known == null) {
            known = new HashMap<>();
            for (CommandListener listener : found.get()) {
                for (String each : listener.actions()) {
                    known.computeIfAbsent(each, any -> new ArrayList<>()).add(listener);
                }
            }
            byAction = known;
        }
        return known.getOrDefault(action, List.of());
    }
}
