package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;
import vn.anttmap.access.AccountView;
import vn.anttmap.territory.TerritoryItems;

/** One feature as GeoJSON, with the headers that go with it. */
@Component
class FeatureAnswers {

    static final String CONTENT_CRS = "Content-Crs";

    private final Collections collections;
    private final Answers answers;
    private final TerritoryItems territory;

    FeatureAnswers(Collections collections, Answers answers, TerritoryItems territory) {
        this.collections = collections;
        this.answers = answers;
        this.territory = territory;
    }

    /** @param asked the request to which this is the answer: its tags are compared where it reads */
    void send(
            HttpServletRequest asked,
            HttpServletResponse response,
            AccountView account,
            CollectionId collection,
            FeatureSource.Item item,
            OgcCrs crs,
            List<Link> links,
            Locale locale)
            throws IOException {
        response.setHeader(CONTENT_CRS, crs.header());
        String tag = tag(account, item, crs, locale);
        if (tag != null) {
            boolean reads = asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD");
            if (!reads) {
                response.setHeader(HttpHeaders.ETAG, tag);
            } else if (new ServletWebRequest(asked, response).checkNotModified(tag)) {
                return;
            }
        }
        List<Property> properties = collections.source(collection).properties(collection);
        ItemsQuery query = ItemPages.all(crs);
        answers.stream(
                asked,
                response,
                MediaTypes.GEO_JSON,
                target -> new ItemsWriter(properties, query, target).item(item, links));
    }

    private @Nullable String tag(AccountView account, FeatureSource.Item item, OgcCrs crs, Locale locale) {
        return item.version() == null
                ? null
                : FeatureTag.of(item.version(), territory.revision(), crs, account, locale);
    }
}
