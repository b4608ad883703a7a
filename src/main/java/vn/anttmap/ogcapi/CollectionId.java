package vn.anttmap.ogcapi;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;

/** The collections, in the order in which they are listed. */
enum CollectionId {
    PROVINCES(null),
    DISTRICTS(Right.READ_MAP),
    COMMUNES(Right.READ_MAP),
    RESIDENTIAL_AREAS(Right.READ_MAP),
    VILLAGES(Right.READ_MAP),
    RESIDENTIAL_BLOCKS(Right.READ_MAP),
    ROAD_SEGMENTS(Right.READ_MAP),
    SECURITY_TEAMS(Right.READ_MAP),
    INCIDENTS(Right.LIST_INCIDENTS);

    private final @Nullable Right right;

    CollectionId(@Nullable Right right) {
        this.right = right;
    }

    /** As it stands in addresses: {@code residential-areas}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the account gets to see it at all. Province lines are public. */
    boolean offeredTo(AccountView account) {
        return right == null || account.has(right);
    }

    /** @throws vn.anttmap.problem.UserProblem of kind FORBIDDEN where it is not offered to the account */
    void require(AccountView account) {
        if (right != null) {
            account.require(right);
        }
    }

    String title(MessageSource messages, Locale locale) {
        return messages.getMessage("ogc.collection." + key() + ".title", null, locale);
    }

    String description(MessageSource messages, Locale locale) {
        return messages.getMessage("ogc.collection." + key() + ".text", null, locale);
    }

    static Optional<CollectionId> find(String key) {
        return Arrays.stream(values()).filter(id -> id.key().equals(key)).findFirst();
    }
}
