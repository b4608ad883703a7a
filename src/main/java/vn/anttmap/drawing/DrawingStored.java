package vn.anttmap.drawing;

import java.time.LocalDate;
import java.util.UUID;
import vn.anttmap.access.AccountView;

/**
 * Something drawn was stored, or taken back: published in the transaction that did it.
 *
 * @param kind area or road
 * @param communeId the commune it lies in
 * @param name of the area or road
 * @param takenBack false where it was stored
 */
public record DrawingStored(
        AccountView account,
        UUID drawingId,
        String kind,
        long communeId,
        String name,
        LocalDate validFrom,
        boolean takenBack) {}
