package vn.anttmap.exchange.territoryimport;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of an uploaded file of boundaries.
 *
 * @param largestUnpackedBytes of all entries of an archive together
 * @param mostEntries of an archive
 * @param mostFeatures of a file
 * @param mostVertices of all features together
 */
@Validated
@ConfigurationProperties("anttmap.territory-import")
record TerritoryImportSettings(
        @Min(1024) @Max(1_073_741_824) @DefaultValue("67108864")
        int largestUnpackedBytes,

        @Min(1) @Max(10_000) @DefaultValue("60") int mostEntries,
        @Min(1) @Max(100_000) @DefaultValue("3000") int mostFeatures,
        @Min(100) @Max(10_000_000) @DefaultValue("500000") int mostVertices) {}
