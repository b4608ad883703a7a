-- A page of the list is read in the order of its index and never sorted, however many incidents there are.
drop index incident_by_date;
create index incident_by_date on incident (local_date desc, id);
-- The few marks near the border are found without looking at all others.
create index incident_by_border on incident (near_border, local_date);
