package vn.anttmap.exchange;

import java.time.LocalDate;
import java.util.UUID;
import vn.anttmap.access.AccountView;

/**
 * A file of boundaries or roads was stored, or taken back: published in the transaction that did it.
 *
 * @param collection as in the path of the import
 * @param unitId the commune, district or province that it was brought in for
 * @param takenBack false where it was stored
 * @param changes areas that began, changed or ended
 */
public record TerritoryImported(
        AccountView account,
        UUID importId,
        String collection,
        String fileName,
        long unitId,
        LocalDate validFrom,
        boolean takenBack,
        int changes) {}
