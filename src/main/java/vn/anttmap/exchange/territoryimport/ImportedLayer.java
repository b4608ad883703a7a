package vn.anttmap.exchange.territoryimport;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import vn.anttmap.access.AccountView;
import vn.anttmap.exchange.territoryimport.ColumnGuess.Meaning;
import vn.anttmap.exchange.territoryimport.ImportStore.Kept;
import vn.anttmap.territory.UnitKind;

/** What a file can be a layer of: how it is looked at, stored and taken back. */
interface ImportedLayer {

    /** As in the path. */
    String collection();

    /** What columns of such a file can hold. */
    Set<Meaning> meanings();

    /** Kinds that a person can name for features that do not tell theirs. */
    default List<UnitKind> kinds() {
        return Arrays.stream(UnitKind.values())
                .filter(kind -> kind.village() || kind.block())
                .toList();
    }

    /** Names by which a file with several layers calls it, the likeliest first. */
    List<String> usualNames();

    /** What was found, for the page. */
    interface Shown {
        LookView view(MessageSource messages, Locale locale);
    }

    /**
     * @param plan what will be stored, as {@link #store} reads it
     * @param changes how many features begin, change or end
     */
    record Looked(Shown shown, PlanParts.Content plan, int changes) {}

    /** Changes nothing. */
    Looked look(UUID id, AccountView account, RawLayer layer, LookWish wish, ImportBudget budget);

    /** Ids of what began, of what ended, and of what got its first boundary. */
    record Stored(List<Long> begun, List<Long> ended, List<Long> drawn) {}

    /** In the caller's transaction. */
    Stored store(AccountView account, Kept kept, ImportStore store);

    /** In the caller's transaction. */
    void takeBack(AccountView account, Kept kept);
}
