package vn.anttmap.safety;

import java.util.UUID;
import vn.anttmap.access.AccountView;

/** A document of an area's year was added, downloaded or removed. Published inside the transaction that does it. */
public record YearDocumentTouched(AccountView account, int year, long areaId, UUID documentId, What what) {

    /** What happened to it. */
    public enum What {
        ADDED,
        READ,
        REMOVED
    }
}
