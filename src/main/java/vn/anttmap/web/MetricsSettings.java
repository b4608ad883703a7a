package vn.anttmap.web;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param token that reads the metrics, 24 characters or more; empty for none */
@Validated
@ConfigurationProperties("anttmap.metrics")
record MetricsSettings(
        @DefaultValue("") @Pattern(regexp = "|[\\x21-\\x7e]{24,200}") String token) {}
