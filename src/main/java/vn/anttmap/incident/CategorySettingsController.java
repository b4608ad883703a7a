package vn.anttmap.incident;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;

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

    record Category(String code, String nameVi, String nameEn, String scale, boolean restricted, boolean active) {

        static Category of(IncidentCategory category) {
            return new Category(
                    category.code(),
                    category.nameVi(),
                    category.nameEn(),
                    category.scale().toLowerCase(Locale.ROOT),
                    category.restricted(),
                    category.active());
        }
    }

    record Categories(List<Category> categories) {}

    /** All categories, restricted and inactive ones too. */
    @GetMapping
    Categories list() {
        return new Categories(
                settings.list(currentAccount.get()).stream().map(Category::of).toList());
    }

    @GetMapping("/{code}")
    Category get(@PathVariable String code) {
        return Category.of(settings.get(currentAccount.get(), code));
    }

    /** Adds or changes a category. There is no deletion: make it inactive. */
    @PutMapping(value = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Category> put(@PathVariable String code, @RequestBody CategorySettings.Draft draft) {
        CategorySettings.Stored stored = settings.put(currentAccount.get(), code, draft);
        return ResponseEntity.status(stored.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Category.of(stored.category()));
    }
}
