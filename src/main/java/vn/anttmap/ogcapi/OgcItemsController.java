package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The features of a collection, page by page, and one by one. */
@Controller
class OgcItemsController {

    private final CurrentAccount currentAccount;
    private final Collections collections;
    private final Answers answers;
    private final ItemPages pages;
    private final FeatureAnswers features;
    private final ReferenceSystems systems;
    private final Clock clock;

    OgcItemsController(
            CurrentAccount currentAccount,
            Collections collections,
            Answers answers,
            ItemPages pages,
            FeatureAnswers features,
            ReferenceSystems systems,
            Clock clock) {
        this.currentAccount = currentAccount;
        this.collections = collections;
        this.answers = answers;
        this.pages = pages;
        this.features = features;
        this.systems = systems;
        this.clock = clock;
    }

    /** Parameters differ by collection, so they are checked here and not by those of the method. */
    @GetMapping("/ogc/collections/{collectionId}/items")
    @Nullable String items(
            @PathVariable String collectionId,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        FeatureSource source = collections.source(id);
        List<Property> properties = source.properties(id);
        Map<String, String[]> parameters = request.getParameterMap();
        ItemsQuery query =
                ItemsQueryReader.read(id, properties, source.queryables(account, id, locale), systems, parameters);
        boolean html =
                Negotiation.html(request.getParameter("f"), request, response, MediaTypes.GEO_JSON, MediaTypes.JSON);
        FeatureSource.Page page = source.page(account, id, query, locale);
        Links links = answers.links(request, locale);
        List<Link> all = new ArrayList<>(links.selfAndAlternate(html, MediaTypes.GEO_JSON));
        all.add(links.to("/collections/" + id.key(), "collection", MediaTypes.JSON, "ogc.link.back"));
        if (page.next() != null) {
            all.add(links.next(page.next(), html));
        }
        if (html) {
            pages.items(model, collections.outline(account, id, locale), query, page, links, all);
            return "ogc/items";
        }
        response.setHeader(FeatureAnswers.CONTENT_CRS, query.crs().header());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        answers.stream(
                request,
                response,
                MediaTypes.GEO_JSON,
                target -> new ItemsWriter(properties, query, target).page(page, all, now));
        return null;
    }

    @GetMapping("/ogc/collections/{collectionId}/items/{featureId}")
    @Nullable String item(
            @PathVariable String collectionId,
            @PathVariable String featureId,
            @RequestParam(required = false) @Nullable String f,
            @RequestParam(required = false) @Nullable String crs,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        OgcCrs system = crs == null ? OgcCrs.CRS84 : systems.of("crs", crs);
        boolean html = Negotiation.html(f, request, response, MediaTypes.GEO_JSON, MediaTypes.JSON);
        FeatureSource source = collections.source(id);
        FeatureSource.Item item = source.find(account, id, featureId, locale)
                .orElseThrow(() ->
                        UserProblem.of(Kind.NOT_FOUND, "ogc-feature-unknown").at("featureId", featureId));
        Links links = answers.links(request, locale);
        List<Link> all = new ArrayList<>(links.selfAndAlternate(html, MediaTypes.GEO_JSON));
        all.add(links.to("/collections/" + id.key(), "collection", MediaTypes.JSON, "ogc.link.back"));
        if (html) {
            pages.item(model, collections.outline(account, id, locale), item, links, all);
            return "ogc/item";
        }
        features.send(request, response, account, id, item, system, all, locale);
        return null;
    }
}
