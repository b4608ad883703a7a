package vn.anttmap.exchange.territoryimport;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.geo.CoordinateSystems;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.UnitKind;
import vn.anttmap.territory.VietnamTime;

/** Files of communes, of residential areas and of road segments. */
@RestController
@RequestMapping("/api/imports/{collectionId:communes|residential-areas|villages|residential-blocks|road-segments}")
class TerritoryImportController {

    private static final int LONGEST_FILE_NAME = 200;

    private final TerritoryImports imports;
    private final CurrentAccount currentAccount;
    private final MessageSource messages;
    private final Clock clock;

    TerritoryImportController(
            TerritoryImports imports, CurrentAccount currentAccount, MessageSource messages, Clock clock) {
        this.imports = imports;
        this.currentAccount = currentAccount;
        this.messages = messages;
        this.clock = clock;
    }

    record Named(String key, String name) {}

    record UnitChoice(long id, String fullName, String level) {}

    record ImportView(
            UUID importId,
            Instant createdAt,
            String createdBy,
            String fileName,
            String unit,
            LocalDate validFrom,
            int changes,
            String state,
            boolean mayTakeBack) {}

    record Overview(
            LocalDate day,
            List<UnitChoice> units,
            List<Named> systems,
            List<String> readings,
            List<Named> kinds,
            List<DraftView> drafts,
            List<ImportView> imports) {}

    record DraftView(
            UUID importId,
            Instant createdAt,
            String fileName,
            long unitId,
            String unit,
            LocalDate validFrom,
            int changes) {}

    /**
     * What a file can be brought in for, and the files that were stored before, newest first, at most fifty.
     *
     * @param day first day of validity, today unless given
     */
    @GetMapping
    Overview overview(
            @PathVariable String collectionId, @RequestParam(required = false) @Nullable LocalDate day, Locale locale) {
        AccountView account = currentAccount.get();
        LocalDate asked = day == null ? VietnamTime.today(clock) : day;
        return new Overview(
                asked,
                imports.units(account, collectionId, asked).stream()
                        .map(unit -> new UnitChoice(
                                unit.id(), unit.fullName(), unit.level().key()))
                        .toList(),
                CoordinateSystems.list().stream()
                        .map(system -> new Named(system.code(), system.name()))
                        .toList(),
                Arrays.stream(TextReading.values()).map(TextReading::key).toList(),
                imports.kinds(collectionId).stream()
                        .map(kind -> new Named(kind.key(), kind.label(locale)))
                        .toList(),
                imports.drafts(account, collectionId).stream().map(this::draft).toList(),
                imports.past(account, collectionId).stream().map(this::view).toList());
    }

    /** The file of a draft that a program sent, as it was sent, so that the page can look at it. */
    @GetMapping("/{importId}/file")
    ResponseEntity<byte[]> file(@PathVariable String collectionId, @PathVariable UUID importId) {
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/geo+json"))
                .body(imports.draftFile(currentAccount.get(), collectionId, importId));
    }

    /** Forgets a draft that a program sent. */
    @DeleteMapping("/{importId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(@PathVariable String collectionId, @PathVariable UUID importId) {
        imports.forgetDraft(currentAccount.get(), collectionId, importId);
    }

    /**
     * Reads a file and changes no boundary.
     *
     * @param file zipped shapefile, GeoPackage, GeoJSON, KML or KMZ, or CSV with a column of WKT or columns X and Y
     * @param unit id of the commune, district or province that the file is for
     * @param day first day on which the areas of the file hold
     * @param complete whether an area on record that is not in the file ends on that day
     * @param encoding how letters are read; found out unless given
     * @param crs code of the reference system; found out unless given
     * @param swapped whether north comes first; found out unless given
     * @param columns such as {@code name:2,code:-1}, where −1 is none of them; found out unless given
     * @param kind of areas whose kind the file does not tell
     * @param layer name of it in a GeoPackage or an archive with several; found out unless given
     * @param links such as {@code 3:17+18,4:}, where feature 3 follows the areas 17 and 18 and feature 4 none; found out
     *     unless given
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LookView look(
            @PathVariable String collectionId,
            @RequestPart("file") MultipartFile file,
            @RequestParam long unit,
            @RequestParam LocalDate day,
            @RequestParam(defaultValue = "false") boolean complete,
            @RequestParam(required = false) @Nullable String encoding,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(required = false) @Nullable Boolean swapped,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String layer,
            @RequestParam(required = false) @Nullable String links,
            Locale locale)
            throws IOException {
        AccountView account = currentAccount.get();
        account.require(Right.CHANGE_BOUNDARIES);
        LookWish wish = new LookWish(
                unit,
                day,
                complete,
                encoding == null ? null : reading(encoding),
                crs == null ? null : system(crs),
                swapped,
                columns(columns),
                kind == null ? null : kind(imports.kinds(collectionId), kind),
                layer == null || layer.isBlank() ? null : layer,
                links(links));
        return imports.look(account, collectionId, name(file), file.getBytes(), wish)
                .view(messages, locale);
    }

    /** Stores what can be stored; {@code changes} says how many the caller saw. */
    @PostMapping("/{importId}/commit")
    ImportView commit(@PathVariable String collectionId, @PathVariable UUID importId, @RequestParam int changes) {
        AccountView account = currentAccount.get();
        return view(imports.commit(account, collectionId, importId, changes));
    }

    /** Takes all that the file brought in back; whoever may change this territory may do it. */
    @PostMapping("/{importId}/rollback")
    ImportView rollBack(@PathVariable String collectionId, @PathVariable UUID importId) {
        AccountView account = currentAccount.get();
        return view(imports.rollBack(account, collectionId, importId));
    }

    private DraftView draft(Kept kept) {
        return new DraftView(
                kept.id(),
                kept.createdAt(),
                kept.fileName(),
                kept.unitId(),
                imports.unitName(kept.unitId()),
                kept.validFrom(),
                kept.changes());
    }

    private ImportView view(Kept kept) {
        return new ImportView(
                kept.id(),
                kept.createdAt(),
                kept.createdBy(),
                kept.fileName(),
                imports.unitName(kept.unitId()),
                kept.validFrom(),
                kept.changes(),
                kept.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kept.state() == ImportStore.State.STORED);
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        String kept = name != null && VietnameseText.storable(name) ? VietnameseText.nfc(name) : "";
        return kept.length() > LONGEST_FILE_NAME ? kept.substring(kept.length() - LONGEST_FILE_NAME) : kept;
    }

    private static TextReading reading(String key) {
        return TextReading.ofKey(key)
                .orElseThrow(() -> unknown(
                        "encoding",
                        key,
                        Arrays.stream(TextReading.values())
                                .map(TextReading::key)
                                .collect(Collectors.joining(", "))));
    }

    private static CoordinateSystem system(String code) {
        return CoordinateSystems.find(code)
                .orElseThrow(() -> unknown(
                        "crs",
                        code,
                        CoordinateSystems.list().stream()
                                .map(CoordinateSystem::code)
                                .collect(Collectors.joining(", "))));
    }

    private static UnitKind kind(List<UnitKind> kinds, String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        unknown("kind", key, kinds.stream().map(UnitKind::key).collect(Collectors.joining(", "))));
    }

    private static Map<Integer, List<Long>> links(@Nullable String text) {
        Map<Integer, List<Long>> links = new HashMap<>();
        List<String> parts = text == null || text.isBlank() ? List.of() : List.of(text.split(","));
        for (String part : parts) {
            if (!part.strip().matches("\\d{1,6}:(\\d{1,15}(\\+\\d{1,15})*)?")) {
                throw unknown("links", text, "3:17+18,4:");
            }
            String[] pair = part.strip().split(":", -1);
            links.put(
                    Integer.valueOf(pair[0]),
                    pair[1].isEmpty()
                            ? List.of()
                            : Arrays.stream(pair[1].split("\\+"))
                                    .map(Long::valueOf)
                                    .toList());
        }
        return links;
    }

    private static Map<Meaning, Integer> columns(@Nullable String text) {
        Map<Meaning, Integer> columns = new EnumMap<>(Meaning.class);
        List<String> parts = text == null || text.isBlank() ? List.of() : new ArrayList<>(List.of(text.split(",")));
        for (String part : parts) {
            String[] pair = part.split(":", -1);
            Meaning meaning = Arrays.stream(Meaning.values())
                    .filter(each -> each.key().equals(pair[0].strip()))
                    .findFirst()
                    .orElse(null);
            if (meaning == null || pair.length != 2 || !pair[1].strip().matches("-1|\\d{1,4}")) {
                throw unknown(
                        "columns",
                        text,
                        Arrays.stream(Meaning.values()).map(Meaning::key).collect(Collectors.joining(", ")));
            }
            columns.put(meaning, Integer.valueOf(pair[1].strip()));
        }
        return columns;
    }

    private static UserProblem unknown(String parameter, @Nullable String received, String known) {
        return UserProblem.of(Kind.INVALID, "choice-unknown", parameter, known).at(parameter, received);
    }
}
