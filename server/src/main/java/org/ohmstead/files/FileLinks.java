package org.ohmstead.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ohmstead.access.RandomSecrets;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/**
 * Makes the URLs by which stations load and leave files. Each has 256 random bits, is for one station and one file, and counts for
 * a while; they have nothing to do with the station's password (N01.FR.17).
 */
@Singleton
public class FileLinks {
    private final SqlFileLinkStore store;
    private final FileSettings settings;
    private final Clock clock;

    @Inject
    public FileLinks(SqlFileLinkStore store, FileSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets a station load a file. @param lasts from now on */
    public FileLink.Made download(StationRef station, StoredFile file, Duration lasts) {
        String secret = RandomSecrets.make();
        long id = store.insert(station, FileLink.Direction.DOWNLOAD, file.id(), secret, term(lasts));
        String name = FileNames.inUrl(file.name());
        return new FileLink.Made(id, settings.server().get() + "/files/download/" + id + "-" + secret + "/" + name);
    }

    /**
     * Lets a station leave a file once. The URL ends with a slash, because most put the name of the file behind it (N01); those that
     * do not are understood, too. It has no query and no fragment (2.1 N01.FR.27, N01.FR.28).
     *
     * @param lasts from now on
     */
    public FileLink.Made upload(StationRef station, Duration lasts) {
        String secret = RandomSecrets.make();
        long id = store.insert(station, FileLink.Direction.UPLOAD, null, secret, term(lasts));
        return new FileLink.Made(id, settings.server().get() + "/files/upload/" + id + "-" + secret + "/");
    }

    /** The same by FTP. @throws IllegalStateException if there is no FTP server */
    public FileLink.Made uploadByFtp(StationRef station, Duration lasts) {
        if (!isFtpOn()) {
            throw new IllegalStateException("ftp-port is off");
        }
        String secret = RandomSecrets.make();
        long id = store.insert(station, FileLink.Direction.UPLOAD, null, secret, term(lasts));
        String host = URI.create(settings.server().get()).getHost();
        return new FileLink.Made(
                id,
                "ftp://u" + id + ":" + secret + "@" + host + ":"
                        + settings.ftp().port() + "/");
    }

    public boolean isFtpOn() {
        return settings.ftp().isOn();
    }

    /** It counts no more: what it was made for is over. */
    public void end(Tx tx, StationRef station, long link) {
        SqlFileLinkStore.end(tx, station, link, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** What became of a link. */
    public Optional<FileLink> find(Tx tx, StationRef station, long link) {
        return SqlFileLinkStore.find(tx, station, link);
    }

    private SqlFileLinkStore.Term term(Duration lasts) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new SqlFileLinkStore.Term(now, now.plus(lasts));
    }
}
