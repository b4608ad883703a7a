-- Spatial indexes on PostGIS only: in an H2 file they make a database that a kill leaves unreadable.
create index territorial_unit_by_boundary on territorial_unit using gist (boundary);
create index road_segment_by_course on road_segment using gist (course);
