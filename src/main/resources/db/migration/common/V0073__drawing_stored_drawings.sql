-- What planners drew on the map: who, from which day, why, and the states that began and ended with it, so that it can be
-- taken back as a whole.
create table territory_drawing (
    id          uuid not null,
    kind        varchar(10) not null,
    created_by  varchar(60) not null,
    created_at  timestamp with time zone not null,
    commune_id  bigint not null,
    name        varchar(200) not null,
    valid_from  date not null,
    reason      varchar(500) not null,
    taken_back  boolean not null,
    begun_ids   text not null,
    ended_ids   text not null,
    constraint territory_drawing_pk primary key (id),
    constraint territory_drawing_commune_fk foreign key (commune_id) references territorial_unit (id),
    constraint territory_drawing_kind_known check (kind = any (array['area', 'road']))
);
create index territory_drawing_by_time on territory_drawing (created_at);
comment on column territory_drawing.commune_id is 'the commune that the area or road lies in';
comment on column territory_drawing.begun_ids is 'unit states, or the road segment, that began, separated by commas';
comment on column territory_drawing.ended_ids is 'unit states, or the road segment, that ended, separated by commas';
