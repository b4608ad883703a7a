package vn.anttmap.incident;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.VersionTag;

/** The list of categories as an administrator maintains it. */
@RestController
@RequestMapping("/api/settings/incident-categories")
class CategorySettingsController {

    private final CategorySettings settings;
    private final CurrentAccount currentAccount;

    CategorySettingsController(CategorySettings settings, CurrentAccount currentAccount) {
        this.settings = settings;
        this.currentAccount = currentAccount;
    }

    /** @param scale in lower case; its grades are the same for all categories that have it */
    record Scale(String scale, List<IncidentCategory.SeverityGrade> grades) {}

    record Categories(List<CategoryView> categories, List<Scale> scales) {}

    /** All categories, restricted and inactive ones too, and all scales with their grades. */
    @GetMapping
    Categories list() {
        AccountView account = currentAccount.get();
        return new Categories(
                settings.list(account).stream().map(CategoryView::of).toList(),
                settings.scales(account).stream()
                        .map(scale -> new Scale(scale.scale().name().toLowerCase(Locale.ROOT), scale.grades()))
                        .toList());
    }

    @GetMapping("/{code}")
    ResponseEntity<CategoryView> get(@PathVariable String code) {
        return answer(HttpStatus.OK, settings.get(currentAccount.get(), code));
    }

    /**
     * Adds or changes a category: an identical repeat is 200, a change needs If-Match. There is no deletion: make it
     * inactive.
     */
    @PutMapping(value = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<CategoryView> put(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody CategorySettings.Draft draft) {
        CategorySettings.Stored stored = settings.put(currentAccount.get(), code, draft, VersionTag.read(ifMatch));
        return answer(stored.created() ? HttpStatus.CREATED : HttpStatus.OK, stored.category());
    }

    private static ResponseEntity<CategoryView> answer(HttpStatus status, IncidentCategory category) {
        return ResponseEntity.status(status)
                .eTag("\"" + category.version() + "\"")
                .body(CategoryView.of(category));
    }
}
