package org.ohmstead.acceptance;

import java.nio.file.Path;

final class DayOnSqliteTest extends DayOfAStation {
    @Override
    Store open(Path folder) {
        return Store.sqlite(folder);
    }
}
