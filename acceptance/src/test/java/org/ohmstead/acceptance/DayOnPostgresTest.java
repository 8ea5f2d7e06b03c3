package org.ohmstead.acceptance;

import java.nio.file.Path;

final class DayOnPostgresTest extends DayOfAStation {
    @Override
    Store open(Path folder) {
        return Store.postgres();
    }
}
