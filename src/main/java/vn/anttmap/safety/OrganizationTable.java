package vn.anttmap.safety;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.VietnamTime;

/** Agencies, enterprises and schools as rows, with their yearly statuses. */
@Component
class OrganizationTable {

    private static final RowMapper<Row> ROW = (row, number) -> new Row(
            row.getObject("id", UUID.class),
            row.getLong("version"),
            new Content(
                    row.getString("name"),
                    CriterionSubject.valueOf(row.getString("kind")),
                    row.getLong("commune_unit_id"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)),
            row.getBoolean("withdrawn"));

    private final JdbcClient jdbc;

    OrganizationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param kind AGENCY, ENTERPRISE or SCHOOL
     * @param validTo first day on which it is no longer assessed; null while it is
     */
    record Content(
            String name,
            CriterionSubject kind,
            long communeUnitId,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
        }
    }

    record Row(UUID id, long version, Content content, boolean withdrawn) {}

    /** What an organization was from a moment on. */
    record State(Row row, Instant changedAt, String changedBy) {}

    /** A step of an organization's year. */
    record Step(
            UUID organizationId,
            SafetyStatus status,
            @Nullable String decisionNumber,
            @Nullable String note,
            Instant at,
            String by) {}

    /** All that are not withdrawn, by name. */
    List<Row> standing() {
        return jdbc.sql("select * from assessed_organization where withdrawn = false order by name, id")
                .query(ROW)
                .list();
    }

    /** As {@link #standing()}, at the end of a past day; null for now. */
    List<Row> standing(@Nullable LocalDate asOf) {
        return asOf == null
                ? standing()
                : jdbc.sql("""
                        select h.* from assessed_organization_history h
                        where h.changed_at < :end and h.withdrawn = false
                          and not exists (select 1 from assessed_organization_history later
                                          where later.id = h.id and later.version > h.version and later.changed_at < :end)
                        order by h.name, h.id""")
                        .param("end", VietnamTime.endOf(asOf).atOffset(ZoneOffset.UTC))
                        .query(ROW)
                        .list();
    }

    /** Locked, so that of two who write at once the second sees the first. */
    Optional<Row> findLocked(UUID id) {
        return jdbc.sql("select * from assessed_organization where id = ? for update")
                .param(id)
                .query(ROW)
                .optional();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql("select * from assessed_organization where id = ?")
                .param(id)
                .query(ROW)
                .optional();
    }

    /** All states that were kept, oldest first. */
    List<State> states(UUID id) {
        return jdbc.sql("select * from assessed_organization_history where id = ? order by version")
                .param(id)
                .query((row, number) -> new State(
                        Objects.requireNonNull(ROW.mapRow(row, number)),
                        instant(row, "changed_at"),
                        row.getString("changed_by")))
                .list();
    }

    /** The steps of all its years, oldest first. */
    List<OrganizationHistory.YearStep> steps(UUID id) {
        return jdbc.sql("""
                        select assessment_year, status, decision_number, note, recorded_at, recorded_by
                        from organization_status where organization_id = ? order by id""")
                .param(id)
                .query((row, number) -> new OrganizationHistory.YearStep(
                        row.getInt("assessment_year"),
                        SafetyStatus.valueOf(row.getString("status")).key(),
                        row.getString("decision_number"),
                        row.getString("note"),
                        instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    void insert(UUID id, Content content, String by, Instant at) {
        jdbc.sql("""
                        insert into assessed_organization
                          (id, version, name, kind, commune_unit_id, valid_from, valid_to, withdrawn, changed_at, changed_by)
                        values (?, 0, ?, ?, ?, ?, ?, false, ?, ?)""")
                .params(
                        id,
                        content.name(),
                        content.kind().name(),
                        content.communeUnitId(),
                        content.validFrom(),
                        content.validTo(),
                        at.atOffset(ZoneOffset.UTC),
                        by)
                .update();
        keepState(id);
    }

    private void keepState(UUID id) {
        jdbc.sql("""
                        insert into assessed_organization_history
                          (id, version, name, kind, commune_unit_id, valid_from, valid_to, withdrawn, changed_at, changed_by)
                        select id, version, name, kind, commune_unit_id, valid_from, valid_to, withdrawn, changed_at,
                               changed_by
                        from assessed_organization where id = ?""").param(id).update();
    }

    void update(UUID id, Content content, boolean withdrawn, String by, Instant at) {
        jdbc.sql("""
                        update assessed_organization
                        set version = version + 1, name = ?, kind = ?, commune_unit_id = ?, valid_from = ?, valid_to = ?,
                            withdrawn = ?, changed_at = ?, changed_by = ?
                        where id = ?""")
                .params(
                        content.name(),
                        content.kind().name(),
                        content.communeUnitId(),
                        content.validFrom(),
                        content.validTo(),
                        withdrawn,
                        at.atOffset(ZoneOffset.UTC),
                        by,
                        id)
                .update();
        keepState(id);
    }

    /** The statuses of a year, oldest step first; the last of each organization holds. */
    List<Step> steps(int year) {
        return jdbc.sql("""
                        select organization_id, status, decision_number, note, recorded_at, recorded_by
                        from organization_status where assessment_year = ? order by id""")
                .param(year)
                .query((row, number) -> new Step(
                        row.getObject("organization_id", UUID.class),
                        SafetyStatus.valueOf(row.getString("status")),
                        row.getString("decision_number"),
                        row.getString("note"),
                        instant(row, "recorded_at"),
                        row.getString("recorded_by")))
                .list();
    }

    /** As {@link #steps(int)}, by the end of a past day; null for now. */
    List<Step> steps(int year, @Nullable LocalDate asOf) {
        return asOf == null
                ? steps(year)
                : steps(year).stream()
                        .filter(step -> step.at().isBefore(VietnamTime.endOf(asOf)))
                        .toList();
    }

    void addStep(int year, Step step) {
        jdbc.sql("""
                        insert into organization_status
                          (organization_id, assessment_year, status, decision_number, note, recorded_at, recorded_by)
                        values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        step.organizationId(),
                        year,
                        step.status().name(),
                        step.decisionNumber(),
                        step.note(),
                        step.at().atOffset(ZoneOffset.UTC),
                        step.by())
                .update();
    }
}
