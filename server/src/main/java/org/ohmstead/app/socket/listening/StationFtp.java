package org.ohmstead.app.socket.listening;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ohmstead.files.ftp.FtpDoor;

/** Opens the door for FTP with the server, where the settings want one. */
@Singleton
public class StationFtp {
    void start(@Observes StartupEvent event, FtpDoor door) {
        door.start();
    }
}
