package org.ohmstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.notices.NoticeSettings;

class WiringTest {
    private final Wiring wiring = new Wiring();

    @Test
    void charging_gets_what_was_set() {
        Settings settings = Settings.of(
                "--session-stale-after=1h",
                "--session-free-after=2m",
                "--session-close-after=3m",
                "--clock-tolerance=2h",
                "--offline-after=3h",
                "--offline-at-most=4d",
                "--max-charging-power=5000");

        assertThat(wiring.charging(settings))
                .isEqualTo(new ChargingSettings(
                        BigDecimal.valueOf(5000),
                        Duration.ofHours(2),
                        Duration.ofHours(3),
                        Duration.ofDays(4),
                        Duration.ofHours(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(3)));
    }

    @Test
    void charging_has_the_same_defaults_with_and_without_the_settings_page() {
        assertThat(wiring.charging(Settings.defaults())).isEqualTo(ChargingSettings.defaults());
    }

    @Test
    void notices_are_kept_as_long_as_was_set() {
        assertThat(wiring.notices(Settings.of("--notice-retention=7d", "--security-retention=off")))
                .isEqualTo(new NoticeSettings(Duration.ofDays(7), Duration.ZERO));
        assertThat(wiring.notices(Settings.defaults())).isEqualTo(NoticeSettings.defaults());
    }
}
