package vn.anttmap.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts of reports in the database: a head for each unit and period, and all its versions. */
@Repository
class ReportTextTable {

    private final JdbcClient jdbc;

    ReportTextTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param version the newest */
    record Head(long id, ReportPeriod period, long version) {}

    record Version(long version, Instant recordedAt, String recordedBy) {}

    Optional<Head> find(long unitId, ReportPeriod period) {
        return jdbc.sql("""
                        select id, period_from, period_to, version from report_text
                        where unit_id = ? and period_from = ? and period_to = ?""")
                .params(unitId, period.from(), period.to())
                .query((row, number) -> head(row))
                .optional();
    }

    /** The report that ended last before the day, of any of these units. */
    Optional<Head> findLastBefore(Collection<Long> unitIds, LocalDate day) {
        return jdbc.sql("""
                        select id, period_from, period_to, version from report_text
                        where unit_id in (:units) and period_to < :day
                        order by period_to desc, period_from desc, id desc fetch first 1 rows only""")
                .param("units", unitIds)
                .param("day", day)
                .query((row, number) -> head(row))
                .optional();
    }

    List<Version> versions(long id) {
        return jdbc.sql("""
                        select version, recorded_at, recorded_by from report_text_version
                        where report_text_id = ? order by version""")
                .params(id)
                .query((row, number) -> new Version(
                        row.getLong("version"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    Map<ReportSection, String> sections(long id, long version) {
        Map<ReportSection, String> sections = new EnumMap<>(ReportSection.class);
        jdbc.sql("select section, content from report_text_section where report_text_id = ? and version = ?")
                .params(id, version)
                .query(row -> {
                    sections.put(ReportSection.ofKey(row.getString("section")), row.getString("content"));
                });
        return sections;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if somebody was faster */
    long add(long unitId, ReportPeriod period) {
        jdbc.sql("insert into report_text (unit_id, period_from, period_to, version) values (?, ?, ?, 1)")
                .params(unitId, period.from(), period.to())
                .update();
        return find(unitId, period).orElseThrow().id();
    }

    /** @return whether the version was still the newest and is now followed by the next */
    boolean advance(long id, long version) {
        return jdbc.sql("update report_text set version = version + 1 where id = ? and version = ?")
                        .params(id, version)
                        .update()
                == 1;
    }

    void addVersion(long id, Version version, Map<ReportSection, String> sections) {
        jdbc.sql("""
                        insert into report_text_version (report_text_id, version, recorded_at, recorded_by)
                        values (?, ?, ?, ?)""")
                .params(id, version.version(), version.recordedAt().atOffset(ZoneOffset.UTC), version.recordedBy())
                .update();
        sections.forEach((section, content) -> jdbc.sql("""
                        insert into report_text_section (report_text_id, version, section, content)
                        values (?, ?, ?, ?)""")
                .params(id, version.version(), section.key(), content)
                .update());
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getLong("id"),
                new ReportPeriod(
                        row.getObject("period_from", LocalDate.class), row.getObject("period_to", LocalDate.class)),
                row.getLong("version"));
    }
}
