package vn.anttmap.exchange.safetytable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;

@RestController
class SafetyTableController {

    private final SafetyTableExport export;
    private final CurrentAccount currentAccount;

    SafetyTableController(SafetyTableExport export, CurrentAccount currentAccount) {
        this.export = export;
        this.currentAccount = currentAccount;
    }

    /**
     * A year of the title as a table: status, households, papers, what is missing and late, years in a row.
     *
     * @param format {@code xlsx} or {@code csv}
     * @param within a unit of any level; the whole territory of the account without it
     * @param asOf as it was recorded by the end of this day; now without it
     */
    @GetMapping("/api/exports/safety/{year}.{format}")
    ResponseEntity<byte[]> table(
            @PathVariable int year,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable Long within,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            Locale locale)
            throws IOException {
        SafetyTableFormat ending = SafetyTableFormat.ofEnding(format);
        SafetyTableExport.File file = export.make(currentAccount.get(), year, within, asOf, ending, locale);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(ending.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(file.content());
    }
}
