package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.values.Json;

/** An official JSON schema with the record that we have for it. The files are not ours to publish and lie beside the repository. */
record SchemaFile(Path path, OcppVersion version, Class<? extends Record> type) {
    private static final Path FOLDER = Path.of("..", "..", "shared", "ocpp", "schemas");

    static boolean present() {
        return Files.isDirectory(FOLDER);
    }

    static String where() {
        return FOLDER.toAbsolutePath().normalize().toString();
    }

    static List<SchemaFile> all() {
        return Arrays.stream(OcppVersion.values())
                .flatMap(version -> of(version).stream())
                .toList();
    }

    static List<SchemaFile> of(OcppVersion version) {
        try (Stream<Path> files = Files.list(FOLDER.resolve(version.number()))) {
            return files.sorted()
                    .map(file -> new SchemaFile(file, version, type(file, version)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same message in another version. */
    SchemaFile in(OcppVersion other) {
        return new SchemaFile(FOLDER.resolve(other.number()).resolve(path.getFileName()), other, type);
    }

    ObjectNode read() {
        try {
            return (ObjectNode) Json.TREES.readTree(path.toFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String name() {
        return version.number() + " " + path.getFileName().toString().replace(".json", "");
    }

    private static Class<? extends Record> type(Path file, OcppVersion version) {
        String name = file.getFileName().toString().replace(".json", "");
        Action action = Catalogue.find(version, name.replaceFirst("(Request|Response)$", ""))
                .orElseThrow(() -> new AssertionError("No action for " + file));
        Class<? extends Record> type = name.endsWith("Response") ? action.response() : action.request();
        if (type == null) {
            throw new AssertionError("No record for " + file);
        }
        return type;
    }
}
