package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@OnH2gis
class DatabaseUnderTestTests extends DatabaseUnderTestContract {

    @Override
    void loadSpatialFunctions() {
        jdbc.execute(
                "CREATE ALIAS IF NOT EXISTS H2GIS_SPATIAL FOR \"org.h2gis.functions.factory.H2GISFunctions.load\"");
        jdbc.execute("CALL H2GIS_SPATIAL()");
    }

    @Test
    void writesEveryCommitAtOnce() {
        assertThat(setting("WRITE_DELAY")).isEqualTo("0");
    }

    @Test
    void speaksTheDialectOfPostgresql() {
        assertThat(setting("MODE")).isEqualTo("PostgreSQL");
    }

    private String setting(String name) {
        return String.valueOf(jdbc.queryForObject(
                "select setting_value from information_schema.settings where setting_name = ?", String.class, name));
    }
}
