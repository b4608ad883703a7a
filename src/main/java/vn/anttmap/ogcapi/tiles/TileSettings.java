package vn.anttmap.ogcapi.tiles;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of vector tiles.
 *
 * @param largestMemoryBytes what finished tiles may take, and again what their figures may
 */
@Validated
@ConfigurationProperties("anttmap.tiles")
record TileSettings(@Positive long largestMemoryBytes) {}
