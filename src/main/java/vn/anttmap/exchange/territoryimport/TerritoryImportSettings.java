package vn.anttmap.exchange.territoryimport;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
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
 * @param mostCrossings of one feature's border with itself; a border with more is refused instead of repaired
 * @param largestMemoryBytes that one file may take while it is looked at, as counted by {@link ImportBudget}
 * @param longestLook after which a look is given up
 * @param longestStoring after which storing or taking back is given up and undone
 */
@Validated
@ConfigurationProperties("anttmap.territory-import")
record TerritoryImportSettings(
        @Min(1024) @Max(1_073_741_824) @DefaultValue("67108864")
        int largestUnpackedBytes,

        @Min(1) @Max(10_000) @DefaultValue("60") int mostEntries,
        @Min(1) @Max(100_000) @DefaultValue("3000") int mostFeatures,
        @Min(100) @Max(10_000_000) @DefaultValue("500000") int mostVertices,

        @Min(0) @Max(1_000_000) @DefaultValue("1000") int mostCrossings,

        @Min(1_048_576) @Max(17_179_869_184L) @DefaultValue("268435456")
        long largestMemoryBytes,

        @DurationMin(millis = 1) @DurationMax(hours = 1) @DefaultValue("60s")
        Duration longestLook,

        @DurationMin(seconds = 1) @DurationMax(hours = 1) @DefaultValue("120s")
        Duration longestStoring) {}
