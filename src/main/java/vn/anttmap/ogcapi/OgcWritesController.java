package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.ogcapi.WritableCollections.Method;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Creating, replacing, updating and removing features (OGC 20-002r1). Incidents are written at once; features of the
 * territory become a draft that somebody decides about.
 */
@Controller
class OgcWritesController {

    private static final String ITEMS = "/ogc/collections/{collectionId}/items";
    private static final String ITEM = ITEMS + "/{featureId}";

    private final CurrentAccount currentAccount;
    private final Collections collections;
    private final WritableCollections writable;
    private final FeatureBodies bodies;
    private final IncidentWrites incidents;
    private final TerritoryWrites territory;
    private final FeatureAnswers features;
    private final Answers answers;

    OgcWritesController(
            CurrentAccount currentAccount,
            Collections collections,
            WritableCollections writable,
            FeatureBodies bodies,
            IncidentWrites incidents,
            TerritoryWrites territory,
            FeatureAnswers features,
            Answers answers) {
        this.currentAccount = currentAccount;
        this.collections = collections;
        this.writable = writable;
        this.bodies = bodies;
        this.incidents = incidents;
        this.territory = territory;
        this.features = features;
        this.answers = answers;
    }

    @RequestMapping(path = ITEMS, method = RequestMethod.OPTIONS)
    void itemsOptions(@PathVariable String collectionId, HttpServletResponse response) {
        AccountView account = currentAccount.get();
        List<Method> methods = writable.ofItems(account, collections.get(account, collectionId));
        options(response, methods);
    }

    @RequestMapping(path = ITEM, method = RequestMethod.OPTIONS)
    void itemOptions(@PathVariable String collectionId, @PathVariable String featureId, HttpServletResponse response) {
        AccountView account = currentAccount.get();
        options(response, writable.ofItem(account, collections.get(account, collectionId)));
    }

    private static void options(HttpServletResponse response, List<Method> methods) {
        response.setHeader(HttpHeaders.ALLOW, WritableCollections.allow(methods));
        if (methods.contains(Method.POST)) {
            response.setHeader("Accept-Post", FeatureBodies.FEATURE_TYPES);
        }
        if (methods.contains(Method.PATCH)) {
            response.setHeader("Accept-Patch", FeatureBodies.PATCH_TYPE);
        }
    }

    /**
     * @param unit id of the commune, district or province that features of the territory are for; found out unless given
     * @param validFrom first day on which features of the territory hold; today unless given
     */
    @PostMapping(ITEMS)
    void create(
            @PathVariable String collectionId,
            @RequestHeader(name = FeatureAnswers.CONTENT_CRS, required = false) @Nullable String contentCrs,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @RequestParam(required = false) @Nullable Long unit,
            @RequestParam(required = false) @Nullable LocalDate validFrom,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws Exception {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        writable.requireItems(account, id, Method.POST);
        OgcCrs crs = bodies.crs(contentCrs);
        if (id != CollectionId.INCIDENTS) {
            territory.propose(account, id, bodies.read(request, false), crs, unit, validFrom, response, locale);
            return;
        }
        IncidentWrites.Written written = reading(
                request,
                () -> incidents.create(account, FeatureBody.feature(bodies.read(request, false), crs), key, locale));
        answer(account, id, written, crs, request, response, locale);
    }

    @PutMapping(ITEM)
    void replace(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            @RequestHeader(name = FeatureAnswers.CONTENT_CRS, required = false) @Nullable String contentCrs,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws Exception {
        change(
                Method.PUT,
                collectionId,
                contentCrs,
                request,
                response,
                locale,
                (account, crs) -> incidents.replace(
                        account,
                        featureId,
                        FeatureBody.feature(bodies.read(request, false), crs),
                        ifMatch,
                        key,
                        locale));
    }

    @PatchMapping(ITEM)
    void update(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            @RequestHeader(name = FeatureAnswers.CONTENT_CRS, required = false) @Nullable String contentCrs,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws Exception {
        change(
                Method.PATCH,
                collectionId,
                contentCrs,
                request,
                response,
                locale,
                (account, crs) -> incidents.update(
                        account, featureId, FeatureBody.patch(bodies.read(request, true), crs), ifMatch, key, locale));
    }

    /** Writes an incident that is there, or may be. */
    @FunctionalInterface
    private interface Change {
        IncidentWrites.Written write(AccountView account, OgcCrs crs)
                throws IOException, HttpMediaTypeNotSupportedException;
    }

    private void change(
            Method method,
            String collectionId,
            @Nullable String contentCrs,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Change change)
            throws IOException, HttpMediaTypeNotSupportedException, HttpRequestMethodNotSupportedException {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        writable.requireItem(account, id, method);
        OgcCrs crs = bodies.crs(contentCrs);
        IncidentWrites.Written written = reading(request, () -> change.write(account, crs));
        answer(account, id, written, crs, request, response, locale);
    }

    /** @param reason needed where the record is closed */
    @DeleteMapping(ITEM)
    void remove(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletResponse response,
            Locale locale)
            throws HttpRequestMethodNotSupportedException {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        writable.requireItem(account, id, Method.DELETE);
        incidents.remove(account, featureId, ifMatch, reason, locale);
        response.setStatus(HttpStatus.NO_CONTENT.value());
    }

    private void answer(
            AccountView account,
            CollectionId id,
            IncidentWrites.Written written,
            OgcCrs crs,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        FeatureSource.Item item = collections
                .source(id)
                .find(account, id, written.id(), locale)
                .orElseThrow(() ->
                        // A repeat of what was withdrawn since: the record stays as it is, and is no feature.
                        UserProblem.of(Kind.NOT_FOUND, "ogc-feature-unknown").at("featureId", written.id()));
        Links links = answers.links(request, locale);
        String path = "/collections/" + id.key();
        if (written.created()) {
            response.setStatus(HttpStatus.CREATED.value());
        }
        response.setHeader(HttpHeaders.LOCATION, links.root() + path + "/items/" + written.id());
        List<Link> all = List.of(
                links.to(path + "/items/" + written.id(), "self", MediaTypes.GEO_JSON, "ogc.link.self"),
                links.to(path, "collection", MediaTypes.JSON, "ogc.link.back"));
        features.send(request, response, account, id, item, crs, all, locale);
    }

    /** Reads what was sent. */
    @FunctionalInterface
    private interface Reading<T> {
        T get() throws IOException, HttpMediaTypeNotSupportedException;
    }

    /** A value that cannot be read is told as for every other body. */
    private static <T> T reading(HttpServletRequest request, Reading<T> work)
            throws IOException, HttpMediaTypeNotSupportedException {
        try {
            return work.get();
        } catch (JacksonException unreadable) {
            throw new HttpMessageNotReadableException("unreadable", unreadable, new ServletServerHttpRequest(request));
        }
    }
}
