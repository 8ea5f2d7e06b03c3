package org.ohmstead.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.app.settings.SettingList.SettingView;

class SettingListTest {
    @TempDir
    Path folder;

    private SettingView setting(String name) throws IOException {
        Files.writeString(folder.resolve("ohmstead.yaml"), "host: 127.0.0.2\nport: 1\n");
        Sources sources = Sources.of(
                List.of("--port", "8081", "--database=postgresql://me:hidden@db/x"),
                Map.of("OHMSTEAD_PORT", "2", "OHMSTEAD_PING_INTERVAL", "45s", "OHMSTEAD_ADMIN_PASSWORD", "hidden"),
                folder);
        List<SettingView> all = SettingList.of(sources).settings();
        assertThat(all).extracting(SettingView::name).doesNotHaveDuplicates().hasSameSizeAs(Known.all());
        assertThat(all.toString()).doesNotContain("hidden");
        return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void a_setting_says_where_its_value_comes_from() throws IOException {
        assertThat(setting("port").value()).isEqualTo("8081");
        assertThat(setting("port").source()).isEqualTo("flag");
        assertThat(setting("ping-interval").value()).isEqualTo("45s");
        assertThat(setting("ping-interval").source()).isEqualTo("variable");
        assertThat(setting("ping-interval").where()).isEqualTo("variable OHMSTEAD_PING_INTERVAL");
        assertThat(setting("host").value()).isEqualTo("127.0.0.2");
        assertThat(setting("host").source()).isEqualTo("file");
        assertThat(setting("event-retention").source()).isEqualTo("default");
        assertThat(setting("event-retention").value())
                .isEqualTo(setting("event-retention").defaultValue());
    }

    @Test
    void what_may_hold_a_secret_is_never_shown() throws IOException {
        assertThat(setting("database").value()).isEqualTo("***");
        assertThat(setting("admin-password").value()).isEqualTo("***");
        assertThat(setting("oidc-client-secret").value()).isEmpty();
        assertThat(setting("oidc-client-secret").secret()).isTrue();
    }
}
