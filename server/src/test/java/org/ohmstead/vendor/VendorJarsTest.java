package org.ohmstead.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.TreeNode;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.ocpp.OcppVersion;

class VendorJarsTest {
    private static final String SOURCE = """
            package com.example;
            import java.util.Set;
            import org.ohmstead.vendor.*;
            public class Hello implements VendorHandler {
                public String vendorId() { return "com.example"; }
                public Set<String> messageIds() { return Set.of("Hello"); }
                public VendorAnswer handle(VendorMessage message) { return VendorAnswer.accepted(message.data()); }
            }
            """;

    @Test
    void a_handler_in_a_jar_of_the_folder_is_found(@TempDir Path folder) throws IOException {
        jar(folder);
        Files.writeString(folder.resolve("readme.txt"), "no jar");
        List<VendorHandler> found = VendorJars.in(folder);
        assertThat(found).extracting(VendorHandler::vendorId).containsExactly("com.example");
    }

    @Test
    void a_folder_that_is_not_there_holds_no_handlers(@TempDir Path folder) {
        assertThat(VendorJars.in(folder.resolve("nowhere"))).isEmpty();
        assertThat(VendorJars.in(folder)).isEmpty();
    }

    private static void jar(Path folder) throws IOException {
        Path work = Files.createTempDirectory("vendor");
        Path source = Files.writeString(work.resolve("Hello.java"), SOURCE);
        int result = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath(), "-d", work.toString(), source.toString());
        assertThat(result).isZero();
        try (OutputStream file = Files.newOutputStream(folder.resolve("hello.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("com/example/Hello.class"));
            Files.copy(work.resolve("com/example/Hello.class"), jar);
            jar.putNextEntry(new JarEntry("META-INF/services/" + VendorHandler.class.getName()));
            jar.write("com.example.Hello\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where the classes are that the handler is written against; the JVM's own class path may be one jar that names others. */
    private static String classPath() {
        return Stream.of(VendorHandler.class, OcppVersion.class, JsonNode.class, TreeNode.class, Nullable.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
