-- Territory: a road segment that is drawn anew or gets another name or owner is another row from that day on, linked to the
-- one it continues.
alter table road_segment add column follows_id bigint;
alter table road_segment add constraint road_segment_follows_fk foreign key (follows_id) references road_segment (id);
create index road_segment_by_follows on road_segment (follows_id);
comment on column road_segment.follows_id is 'the segment that this one continues; null where it was new';
