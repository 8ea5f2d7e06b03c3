package org.ohmstead.acceptance;

import java.nio.file.Path;

final class AttackOnTextsOnSqliteTest extends AttackOnTexts {
    @Override
    Store open(Path folder) {
        return Store.sqlite(folder);
    }
}
