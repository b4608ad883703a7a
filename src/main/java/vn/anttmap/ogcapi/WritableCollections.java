package vn.anttmap.ogcapi;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;

/** What can be written where, and by whom. */
@Component
class WritableCollections {

    private static final Set<CollectionId> DRAFTED = Set.of(
            CollectionId.COMMUNES,
            CollectionId.RESIDENTIAL_AREAS,
            CollectionId.VILLAGES,
            CollectionId.RESIDENTIAL_BLOCKS,
            CollectionId.ROAD_SEGMENTS);

    private static final List<Method> OF_INCIDENT = List.of(Method.PUT, Method.PATCH, Method.DELETE);

    /** Those that write. */
    enum Method {
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /** What the account may do with the items of a collection. */
    List<Method> ofItems(AccountView account, CollectionId id) {
        Right right = right(id);
        return right != null && account.has(right) ? List.of(Method.POST) : List.of();
    }

    /** What the account may do with one item of a collection. */
    List<Method> ofItem(AccountView account, CollectionId id) {
        return id == CollectionId.INCIDENTS && account.has(Right.MARK_INCIDENTS) ? OF_INCIDENT : List.of();
    }

    /** Whether a client may name a new feature itself. */
    static boolean takesIds(CollectionId id) {
        return id == CollectionId.INCIDENTS;
    }

    /** Whether what is sent is looked at and decided about before it holds. */
    static boolean drafts(CollectionId id) {
        return DRAFTED.contains(id);
    }

    void requireItems(AccountView account, CollectionId id, Method method)
            throws HttpRequestMethodNotSupportedException {
        Right right = right(id);
        if (right == null) {
            throw new HttpRequestMethodNotSupportedException(method.name(), List.of("GET", "HEAD", "OPTIONS"));
        }
        account.require(right);
    }

    void requireItem(AccountView account, CollectionId id, Method method)
            throws HttpRequestMethodNotSupportedException {
        if (id != CollectionId.INCIDENTS) {
            throw new HttpRequestMethodNotSupportedException(method.name(), List.of("GET", "HEAD", "OPTIONS"));
        }
        account.require(Right.MARK_INCIDENTS);
    }

    /** Value of the header {@code Allow}. */
    static String allow(List<Method> methods) {
        return Stream.concat(
                        Stream.of("GET", "HEAD", "OPTIONS"), methods.stream().map(Method::name))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Right right(CollectionId id) {
        if (id == CollectionId.INCIDENTS) {
            return Right.MARK_INCIDENTS;
        }
        return DRAFTED.contains(id) ? Right.CHANGE_BOUNDARIES : null;
    }
}
