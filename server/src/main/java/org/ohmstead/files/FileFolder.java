package org.ohmstead.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.RandomSecrets;

/**
 * The folder that the contents of files lie in, under names of ours: no name that a stranger chose is ever a path. What comes is
 * written beside them first, and has its name once all of it is on disk.
 */
final class FileFolder {
    private static final Logger LOG = System.getLogger(FileFolder.class.getName());
    private static final String COMING = ".part";
    private static final int CHUNK = 64 << 10;
    /** Of ours: whatever else somebody keeps in the folder is not touched. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{32}(\\.part)?");

    private final Path folder;

    FileFolder(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path path(StoredFile.Content content) {
        return folder.resolve(content.key());
    }

    /** There was more of it than is allowed; nothing is left of it. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge(long largest) {
            super("it has more than " + largest + " bytes");
        }
    }

    /**
     * Keeps what comes. It is on disk when this returns; where it throws nothing is left.
     *
     * @param largest in bytes
     * @throws TooLarge    of which not more than so much was read
     * @throws IOException it broke off, or the disk does not take it
     */
    StoredFile.Content keep(InputStream in, long largest) throws IOException {
        Files.createDirectories(folder);
        String key = HexFormat.of().formatHex(RandomSecrets.bytes(16));
        Path coming = folder.resolve(key + COMING);
        boolean kept = false;
        try {
            MessageDigest sha256 = digest("SHA-256");
            MessageDigest md5 = digest("MD5");
            long size = copy(in, coming, largest, sha256, md5);
            Files.move(coming, folder.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            kept = true;
            return new StoredFile.Content(
                    key,
                    size,
                    HexFormat.of().formatHex(sha256.digest()),
                    HexFormat.of().formatHex(md5.digest()));
        } finally {
            if (!kept) {
                Files.deleteIfExists(coming);
                Files.deleteIfExists(folder.resolve(key));
            }
        }
    }

    private static long copy(InputStream in, Path to, long largest, MessageDigest... digests) throws IOException {
        long size = 0;
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                size += read;
                if (size > largest) {
                    throw new TooLarge(largest);
                }
                for (MessageDigest each : digests) {
                    each.update(chunk, 0, read);
                }
                out.write(chunk, 0, read);
            }
            channel.force(true);
        }
        return size;
    }

    /** So that its name survives a power cut, too; where the system can do that. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A folder cannot be forced to disk here", e);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }

    /** Where it fails the file is found later, as one of nobody. */
    void delete(StoredFile.@Nullable Content content) {
        if (content != null) {
            delete(path(content));
        }
    }

    void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The file " + file + " cannot be deleted: " + e);
        }
    }

    /** All that has lain here untouched since then: what is kept, and what a server that died has left half-done. */
    List<Path> untouchedSince(Instant then) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path each : all) {
                if (OURS.matcher(each.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(each).toInstant().isBefore(then)) {
                    found.add(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of files cannot be read: " + folder, e);
        }
        return found;
    }
}
