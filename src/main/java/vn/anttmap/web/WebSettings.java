package vn.anttmap.web;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param largestBodyBytes largest request body of the JSON interface
 * @param largestFileBytes largest request body with a file or a table
 */
@Validated
@ConfigurationProperties("anttmap.web")
record WebSettings(
        @Min(1024) int largestBodyBytes, @Min(1024) int largestFileBytes) {}
