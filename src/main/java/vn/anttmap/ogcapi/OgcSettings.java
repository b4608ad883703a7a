package vn.anttmap.ogcapi;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of OGC API - Features.
 *
 * @param referenceSystems EPSG codes of the reference systems that are offered beside CRS84, in the order in which they are
 *     listed; empty for all that the service knows
 */
@ConfigurationProperties("anttmap.ogc")
record OgcSettings(List<Integer> referenceSystems) {}
