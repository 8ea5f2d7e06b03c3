package org.ohmstead.vendor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Handlers that an installation has added in jars. */
final class VendorJars {
    private static final Logger LOG = System.getLogger(VendorJars.class.getName());

    private VendorJars() {}

    /**
     * The handlers of all jars in a folder, which may use each other's classes and ours.
     *
     * @throws java.util.ServiceConfigurationError if one cannot be made; the server should not start without it
     */
    static List<VendorHandler> in(Path folder) {
        List<Path> jars = jars(folder);
        if (jars.isEmpty()) {
            return List.of();
        }
        URL[] urls = jars.stream().map(VendorJars::url).toArray(URL[]::new);
        // Never closed: its handlers serve until the process ends.
        URLClassLoader loader = new URLClassLoader("vendors", urls, VendorHandler.class.getClassLoader());
        List<VendorHandler> handlers = ServiceLoader.load(VendorHandler.class, loader).stream()
                .filter(provider -> provider.type().getClassLoader() == loader)
                .map(ServiceLoader.Provider::get)
                .toList();
        LOG.log(
                Level.INFO,
                "{0}: {1} handlers of vendors'' messages in {2} jars",
                folder,
                handlers.size(),
                jars.size());
        return handlers;
    }

    private static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of vendors' handlers cannot be read: " + folder, e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
