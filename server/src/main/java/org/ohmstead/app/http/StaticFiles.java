package org.ohmstead.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files in a folder of the class path that lists them in {@code files.txt}. What the list does not name is not there, so no path
 * leads out of the folder, and nothing has to be looked for. Each is read when it is first asked for.
 */
final class StaticFiles {
    private static final String LIST = "files.txt";
    /** How files end that were compressed at the build, the smallest first, and how HTTP calls that. */
    private static final Map<String, String> PACKED = new TreeMap<>(Map.of(".br", "br", ".gz", "gzip"));

    private final ClassLoader loader;
    private final String folder;
    private final Set<String> names;
    private final Map<String, StaticFile> read = new ConcurrentHashMap<>();

    private StaticFiles(ClassLoader loader, String folder, byte[] list) {
        this.loader = loader;
        this.folder = folder;
        this.names = Set.copyOf(new String(list, StandardCharsets.UTF_8).lines().toList());
    }

    /** @param folders of which the first one that has a list is taken */
    static StaticFiles of(ClassLoader loader, List<String> folders) {
        for (String folder : folders) {
            byte[] list = bytes(loader, folder, LIST);
            if (list != null) {
                return new StaticFiles(loader, folder, list);
            }
        }
        throw new IllegalStateException("none of " + folders + " has a " + LIST);
    }

    boolean has(String name) {
        return names.contains(name) && PACKED.keySet().stream().noneMatch(name::endsWith);
    }

    /** @param name that is here; null: it was not read yet */
    @Nullable
    StaticFile known(String name) {
        return read.get(name);
    }

    /** Reads it where it was not. @param name that is here */
    StaticFile read(String name) {
        return read.computeIfAbsent(name, missing -> StaticFile.of(name, listed(name), packed(name)));
    }

    private Map<String, byte[]> packed(String name) {
        Map<String, byte[]> packed = new LinkedHashMap<>();
        PACKED.forEach((ending, encoding) -> {
            if (names.contains(name + ending)) {
                packed.put(encoding, listed(name + ending));
            }
        });
        return packed;
    }

    private byte[] listed(String name) {
        byte[] content = bytes(loader, folder, name);
        if (content == null) {
            throw new IllegalStateException(folder + "/" + LIST + " names " + name + ", which is not there");
        }
        return content;
    }

    private static byte @Nullable [] bytes(ClassLoader loader, String folder, String name) {
        try (InputStream in = loader.getResourceAsStream(folder + "/" + name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
