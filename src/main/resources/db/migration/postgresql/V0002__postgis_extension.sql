-- PostGIS, before the first geometry column.
create extension if not exists postgis;
