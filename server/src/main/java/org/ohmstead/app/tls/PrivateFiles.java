package org.ohmstead.app.tls;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes what nobody else may read, whole or not at all. */
final class PrivateFiles {
    private PrivateFiles() {}

    static void write(Path file, String text) throws UnusableCertificate {
        try {
            Files.createDirectories(file.getParent());
            Path young = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(young);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        young, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(young, text);
            replace(young, file);
        } catch (IOException e) {
            throw new UnusableCertificate(
                    "The file " + file + " cannot be written (" + e + "): make its folder writable for the server");
        }
    }

    private static void replace(Path young, Path file) throws IOException {
        try {
            Files.move(young, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(young, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
