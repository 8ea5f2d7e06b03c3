package org.ohmstead.app.socket.listening;

import io.quarkus.vertx.http.HttpServer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.ohmstead.app.settings.FileStoreSettings;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.doctor.connect.StationUrls;
import org.ohmstead.files.FileSettings;
import org.ohmstead.users.LinkUrls;
import org.ohmstead.virtualstations.VirtualStationSettings;

/** Under which addresses this server is found, for those who lead others there. The port is known once it listens. */
@Singleton
class OwnUrls {
    @Produces
    @Singleton
    LinkUrls links(Settings settings, HttpServer http) {
        return new LinkUrls(() ->
                new Welcome(settings.http(), settings.tls(), http.getPort(), HostAddresses.ofThisMachine()).pages());
    }

    @Produces
    @Singleton
    FileSettings files(Settings settings, HttpServer http) {
        FileStoreSettings files = settings.files();
        String own = files.stationFilesUrl().replaceAll("/+$", "");
        return new FileSettings(
                Path.of(files.files()),
                files.maxUpload().count(),
                () -> own.isEmpty()
                        ? new Welcome(settings.http(), settings.tls(), http.getPort(), HostAddresses.ofThisMachine())
                                .pages()
                        : own,
                files.fileRetention(),
                new FileSettings.Ftp(settings.http().host(), files.ftpPort(), files.ftpPassivePorts()));
    }

    @Produces
    @Singleton
    StationUrls stations(Settings settings, HttpServer http) {
        return new StationUrls(
                () -> new Welcome(settings.http(), settings.tls(), http.getPort(), HostAddresses.ofThisMachine())
                        .stationBases());
    }

    @Produces
    @Singleton
    VirtualStationSettings virtualStations(Settings settings, HttpServer http) {
        String host = settings.http().host();
        boolean anyAddress = host.equals("0.0.0.0") || host.equals("::");
        return new VirtualStationSettings(() -> "ws://" + (anyAddress ? "127.0.0.1" : host) + ":" + http.getPort());
    }
}
