package org.ohmstead.acceptance;

import java.nio.file.Path;

final class KillOnSqliteTest extends KilledInTheMiddle {
    @Override
    Store open(Path folder) {
        return Store.sqlite(folder);
    }

    @Override
    int stations() {
        return 200;
    }
}
