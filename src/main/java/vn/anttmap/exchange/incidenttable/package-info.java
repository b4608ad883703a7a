/** Tables of incidents, pasted or uploaded: read, looked at on the map, stored as a whole or taken back. */
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange.incidenttable;
