package org.ohmstead.acceptance;

import java.nio.file.Path;

final class AttackOnTextsOnPostgresTest extends AttackOnTexts {
    @Override
    Store open(Path folder) {
        return Store.postgres();
    }
}
