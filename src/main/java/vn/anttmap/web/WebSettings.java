package vn.anttmap.web;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param largestBodyBytes largest request body of the JSON interface */
@Validated
@ConfigurationProperties("anttmap.web")
record WebSettings(@Min(1024) int largestBodyBytes) {}
