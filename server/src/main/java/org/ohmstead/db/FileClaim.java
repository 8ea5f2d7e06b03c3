package org.ohmstead.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes away from an SQLite database: what one remembers of it would be wrong as soon as another writes. A lock
 * on a file beside it, which the system takes back however the process ends. The file stays, because between its removal and
 * the next lock two could both hold one.
 */
final class FileClaim implements AutoCloseable {
    private static final Logger LOG = System.getLogger(FileClaim.class.getName());
    /** A process does not stand in its own way, and on POSIX closing the file a second time would end the first lock. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel channel;

    private FileClaim(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * @param file the database's, which need not be there yet; its folder must
     * @throws DatabaseRefused if another process has it, or the folder cannot be written
     */
    static FileClaim of(Path file) {
        try {
            Path folder = Objects.requireNonNull(file.getParent(), "an absolute path");
            Path real =
                    Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
            Path lock = Path.of(real + ".lock");
            if (!OWN.add(lock)) {
                throw taken(file, "this process itself");
            }
            FileClaim claim = locked(file, lock);
            if (claim == null) {
                OWN.remove(lock);
                throw taken(file, "process " + Files.readString(lock).strip());
            }
            return claim;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static @Nullable FileClaim locked(Path file, Path lock) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            locked = channel.tryLock() != null;
            if (locked) {
                String pid = ProcessHandle.current().pid() + "\n";
                write(channel, pid);
            }
            return locked ? new FileClaim(lock, channel) : null;
        } catch (IOException e) {
            OWN.remove(lock);
            locked = false;
            throw e;
        } finally {
            if (channel != null && !locked) {
                channel.close();
            }
        }
    }

    /** For who is refused, to know by whom. A disk that is full is no reason to be refused oneself: it is the lock that counts. */
    private static void write(FileChannel channel, String pid) {
        try {
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The number of this process could not be written beside the database", e);
        }
    }

    private static DatabaseRefused taken(Path file, String by) {
        return new DatabaseRefused(
                "The database sqlite:" + file + " is in use by " + by
                        + ". Two servers on one database would lose messages; stop the other one, or name another database"
                        + " with --database.",
                null);
    }

    static DatabaseRefused unwritable(Path file, IOException why) {
        return new DatabaseRefused(
                "The database sqlite:" + file + " cannot be written, because its folder cannot (" + why
                        + "); check its rights, or name another with --database.",
                why);
    }

    /** After the last connection. */
    @Override
    public void close() {
        try {
            channel.close();
            OWN.remove(lock);
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of the database cannot be given back: " + lock, e);
        }
    }
}
