-- Since when the handling is over, and when the note was last cleared for good: retention counts from the one, readers
-- learn of the other. Both history and record, since every state has them.
alter table incident add column closed_at timestamp with time zone;
alter table incident add column note_redacted_at timestamp with time zone;
alter table incident_history add column closed_at timestamp with time zone;
alter table incident_history add column note_redacted_at timestamp with time zone;
update incident set closed_at = changed_at where state in ('RESOLVED', 'TRANSFERRED', 'NOT_A_CASE');
update incident_history set closed_at = changed_at where state in ('RESOLVED', 'TRANSFERRED', 'NOT_A_CASE');
create index incident_by_closing on incident (closed_at);
comment on column incident.closed_at is 'since when the state is one of those that end the handling; null while it is open';
comment on column incident.note_redacted_at is 'when the note was last removed for good, history included; a newer note may stand there';
