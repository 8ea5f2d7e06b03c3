package org.ohmstead.acceptance;

import java.nio.file.Path;

final class KillOnPostgresTest extends KilledInTheMiddle {
    @Override
    Store open(Path folder) {
        return Store.postgres();
    }

    @Override
    int stations() {
        return 60;
    }
}
