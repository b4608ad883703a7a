package vn.anttmap.exchange.territoryimport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import vn.anttmap.access.AccountView;
import vn.anttmap.geo.CoordinateSystem;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Takes in features of the territory from elsewhere in the service, as a file: looked at, kept, nothing changed. */
@Service
public class TerritoryDrafts {

    private final TerritoryImports imports;
    private final MessageSource messages;

    TerritoryDrafts(TerritoryImports imports, MessageSource messages) {
        this.imports = imports;
        this.messages = messages;
    }

    /**
     * @param content GeoJSON
     * @param system of its coordinates, whatever the standard of GeoJSON says
     * @param northFirst whether north (latitude) comes before east (longitude)
     */
    public record File(String name, byte[] content, CoordinateSystem system, boolean northFirst) {

        public File {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    /**
     * @param changes how many features would begin, change or end; whoever stores them says the same number
     * @param keptUntil then it is forgotten unless it was stored
     * @param look all that the page of imports shows, to be written as JSON
     */
    public record Draft(UUID importId, int changes, Instant keptUntil, Object look) {}

    /**
     * @param collection such as {@code residential-areas}
     * @param unitId the commune, district or province that the features are for; null where the account has one only
     * @param day first day on which they hold
     * @throws UserProblem as for a file
     */
    public Draft propose(
            AccountView account, String collection, File file, @Nullable Long unitId, LocalDate day, Locale locale) {
        LookWish wish = new LookWish(
                unitId == null ? onlyUnit(account, collection, day) : unitId,
                day,
                false,
                TextReading.UTF_8,
                file.system(),
                file.northFirst(),
                Map.of(),
                null,
                null,
                Map.of());
        ImportedLayer.Shown shown = imports.look(account, collection, file.name(), file.content(), wish, true);
        LookView view = shown.view(messages, locale);
        return new Draft(view.importId(), view.changes(), imports.keptUntil(), view);
    }

    private long onlyUnit(AccountView account, String collection, LocalDate day) {
        List<Unit> communes = imports.units(account, collection, day).stream()
                .filter(unit -> unit.level() == UnitLevel.COMMUNE)
                .toList();
        if (communes.size() != 1) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "unit").at("unit", null);
        }
        return communes.get(0).id();
    }
}
