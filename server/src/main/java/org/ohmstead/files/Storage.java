package org.ohmstead.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** The folder of files, and how large one may be. */
@Singleton
public class Storage {
    private final FileFolder folder;
    private final long largest;

    @Inject
    public Storage(FileSettings settings) {
        this.folder = new FileFolder(settings.folder());
        this.largest = settings.largest();
    }

    /** @param declared in bytes; negative: nobody has said. @throws Refused too large */
    void mustFit(long declared) {
        if (declared > largest) {
            throw tooLarge("The file has " + declared + " bytes");
        }
    }

    private Refused tooLarge(String what) {
        return Refused.tooLarge(what + "; allowed are " + largest
                + " (max-upload). Nothing of it was kept; raise the setting, or send less.");
    }

    /** It is on disk when this returns. @throws Refused too large */
    StoredFile.Content keep(StationFiles.Body body) throws IOException {
        try (InputStream in = new Coming(body.open())) {
            return folder.keep(in, largest);
        } catch (BrokenOff e) {
            throw new Refused(
                    Refused.Kind.MALFORMED,
                    "Upload broke off",
                    "The file did not come to its end (" + e.getMessage() + "). Nothing of it was kept; send it again.",
                    null);
        } catch (FileFolder.TooLarge e) {
            throw tooLarge("The file has more than " + largest + " bytes");
        }
    }

    /** Whoever sends it has stopped in the middle; the disk is not at fault. */
    private static final class BrokenOff extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenOff(IOException why) {
            super(String.valueOf(why.getMessage()), why);
        }
    }

    /** Tells what the sender does from what the disk does. */
    private static final class Coming extends FilterInputStream {
        Coming(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (IOException e) {
                throw new BrokenOff(e);
            }
        }
    }

    Path path(StoredFile file) {
        return folder.path(file.content());
    }

    void delete(StoredFile.@Nullable Content content) {
        folder.delete(content);
    }

    void delete(Path file) {
        folder.delete(file);
    }

    List<Path> untouchedSince(Instant then) {
        return folder.untouchedSince(then);
    }
}
