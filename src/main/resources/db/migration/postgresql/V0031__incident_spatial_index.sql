create index incident_by_place on incident using gist (position);
