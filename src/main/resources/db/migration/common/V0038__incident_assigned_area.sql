-- An area set by hand, for marks near the border or in no residential area. It is part of the record, so that its history
-- says who set it and when; the placements follow from it (incident_placement.by_hand).
alter table incident add column assigned_area_id bigint;
alter table incident add constraint incident_assigned_area_fk foreign key (assigned_area_id) references territorial_unit (id);
alter table incident_history add column assigned_area_id bigint;
comment on column incident.assigned_area_id is 'residential area or commune that the incident counts in, whatever its place says; null where the place decides';
