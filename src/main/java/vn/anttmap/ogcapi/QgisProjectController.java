package vn.anttmap.ogcapi;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.incident.RegisterCoverage;
import vn.anttmap.safety.SafetyStatus;
import vn.anttmap.territory.VietnamTime;

/** A file that opens all of it in QGIS. */
@RestController
class QgisProjectController {

    private static final MediaType QGIS = MediaType.valueOf("application/x-qgis-project");

    private final CurrentAccount currentAccount;
    private final Collections collections;
    private final RegisterCoverage coverage;
    private final MessageSource messages;
    private final Clock clock;

    QgisProjectController(
            CurrentAccount currentAccount,
            Collections collections,
            RegisterCoverage coverage,
            MessageSource messages,
            Clock clock) {
        this.currentAccount = currentAccount;
        this.collections = collections;
        this.coverage = coverage;
        this.messages = messages;
        this.clock = clock;
    }

    /** A project of QGIS with the layers that the account is offered; without a name or a password. */
    @GetMapping("/ogc/qgis")
    ResponseEntity<String> project(Locale locale) {
        AccountView account = currentAccount.get();
        QgisProject project = new QgisProject(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        // The first lies on top.
        for (CollectionId id : collections.offeredTo(account)) {
            String geometry = collections.source(id).geometryType(account, id);
            if (!"polygon".equals(geometry)) {
                project.collection(id.key(), id.title(messages, locale), geometry, false);
            }
        }
        for (CollectionId id : collections.offeredTo(account)) {
            if ("polygon".equals(collections.source(id).geometryType(account, id))) {
                boolean checked = id == CollectionId.COMMUNES || id == CollectionId.PROVINCES;
                project.collection(id.key(), id.title(messages, locale), "polygon", checked);
            }
        }
        if (account.has(Right.READ_MAP) && account.has(Right.LIST_INCIDENTS)) {
            addColours(project, account, locale);
        }
        return ResponseEntity.ok()
                .contentType(QGIS)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"antt-map.qgs\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(project.xml(text("ogc.title", locale)));
    }

    private void addColours(QgisProject project, AccountView account, Locale locale) {
        LocalDate today = VietnamTime.today(clock);
        LocalDate from =
                coverage.newest(account).map(RegisterCoverage.Period::from).orElse(today.withDayOfYear(1));
        LocalDate to = coverage.newest(account).map(RegisterCoverage.Period::to).orElse(today);
        Map<String, String> words = Arrays.stream(SafetyStatus.values())
                .collect(
                        Collectors.toMap(SafetyStatus::key, status -> text("ogc.qgis.status." + status.key(), locale)));
        for (CollectionId id : new CollectionId[] {CollectionId.RESIDENTIAL_AREAS, CollectionId.COMMUNES}) {
            String name = id.title(messages, locale);
            project.density(
                    id.key(), text("ogc.qgis.density", locale, name, from, to), from, to, id == CollectionId.COMMUNES);
            project.status(id.key(), text("ogc.qgis.status", locale, name, to.getYear()), to.getYear(), words);
        }
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(
                key, Arrays.stream(values).map(String::valueOf).toArray(), locale);
    }
}
