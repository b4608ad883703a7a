package vn.anttmap.setup;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param places codes of provinces and communes that a new installation is for, where nobody has named any on the page */
@Validated
@ConfigurationProperties("anttmap.setup")
record SetupSettings(@DefaultValue List<@Pattern(regexp = "[0-9]{2}|[0-9]{5}") String> places) {}
