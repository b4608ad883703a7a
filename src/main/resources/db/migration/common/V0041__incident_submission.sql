-- A phone that did not hear the answer sends its mark again. The key it gives each save tells a repeat from a new one, for
-- as long as the row is kept; no foreign key, so that neither a write nor the sweep has to look at the other table.
create table incident_submission (
    idempotency_key uuid not null,
    incident_id     uuid not null,
    username        varchar(60) not null,
    version         bigint not null,
    submitted_at    timestamp with time zone not null,
    constraint incident_submission_pk primary key (idempotency_key)
);
create index incident_submission_submitted_at_idx on incident_submission (submitted_at);
comment on column incident_submission.idempotency_key is 'the header Idempotency-Key of the save';
comment on column incident_submission.version is 'version of the incident that the save made, or found to say the same';
comment on column incident_submission.submitted_at is 'UTC; rows are removed 90 days later';
