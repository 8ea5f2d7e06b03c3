package org.ohmstead.secrets;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that nobody but the server's user may read, where the system knows of that. */
public final class PrivateFiles {
    private static final String SQLITE = "sqlite:";

    private PrivateFiles() {}

    /** @param database its URL; one that is no file has its secrets in {@code data} */
    public static Path besideDatabase(String database, String name) {
        boolean isFile = database.startsWith(SQLITE) && !database.contains(":memory:");
        Path beside = Path.of(isFile ? database.substring(SQLITE.length()) : "data/ohmstead.db");
        return beside.toAbsolutePath().resolveSibling(name);
    }

    /** Makes an empty one, with its folder. One that another process made first stays as it is. */
    public static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // the other one counts
        }
    }

    /** Writes one whole or not at all, in place of what was there. */
    public static void write(Path file, String text) throws IOException {
        Path young = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(young);
        create(young);
        Files.writeString(young, text);
        try {
            Files.move(young, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(young, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
