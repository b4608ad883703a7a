package vn.anttmap.ogcapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.ogcapi.cql2.Queryables;

/** What the interface is and what it holds: landing page, conformance, API document, collections. */
@Controller
class OgcController {

    private final CurrentAccount currentAccount;
    private final Collections collections;
    private final Answers answers;
    private final WritableCollections writable;
    private final ReferenceSystems systems;
    private final MessageSource messages;

    OgcController(
            CurrentAccount currentAccount,
            Collections collections,
            Answers answers,
            WritableCollections writable,
            ReferenceSystems systems,
            MessageSource messages) {
        this.currentAccount = currentAccount;
        this.collections = collections;
        this.answers = answers;
        this.writable = writable;
        this.systems = systems;
        this.messages = messages;
    }

    @GetMapping({"/ogc", "/ogc/"})
    @Nullable String landing(
            @RequestParam(required = false) @Nullable String f,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        currentAccount.get();
        boolean html = Negotiation.html(f, request, response, MediaTypes.JSON);
        Links links = answers.links(request, locale);
        List<Link> all = new ArrayList<>(links.selfAndAlternate(html, MediaTypes.JSON));
        all.add(links.toForm("/api", "json", "service-desc", MediaTypes.OPEN_API, "ogc.api"));
        all.add(links.toForm("/api", "html", "service-doc", MediaTypes.HTML, "ogc.api"));
        all.add(links.to("/conformance", "conformance", MediaTypes.JSON, "ogc.conformance"));
        all.add(links.to("/collections", "data", MediaTypes.JSON, "ogc.collections"));
        if (html) {
            page(model, links, all);
            return "ogc/landing";
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", answers.text("ogc.title", locale));
        document.put("description", answers.text("ogc.description", locale));
        document.put("links", all.stream().map(Link::json).toList());
        answers.json(response, MediaTypes.JSON, document);
        return null;
    }

    @GetMapping("/ogc/conformance")
    @Nullable String conformance(
            @RequestParam(required = false) @Nullable String f,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        currentAccount.get();
        boolean html = Negotiation.html(f, request, response, MediaTypes.JSON);
        Links links = answers.links(request, locale);
        List<Link> all = links.selfAndAlternate(html, MediaTypes.JSON);
        if (html) {
            page(model, links, all);
            model.addAttribute("classes", Conformance.CLASSES);
            return "ogc/conformance";
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", all.stream().map(Link::json).toList());
        document.put("conformsTo", Conformance.CLASSES);
        answers.json(response, MediaTypes.JSON, document);
        return null;
    }

    @GetMapping("/ogc/api")
    @Nullable String api(
            @RequestParam(required = false) @Nullable String f,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        AccountView account = currentAccount.get();
        boolean html = Negotiation.html(f, request, response, "application/vnd.oai.openapi+json", MediaTypes.JSON);
        Links links = answers.links(request, locale);
        List<Collections.Description> offered = collections.offeredTo(account).stream()
                .map(id -> collections.outline(account, id, locale))
                .toList();
        Map<String, Object> document = new OpenApiDocument(systems.uris(), messages, locale)
                .json(
                        links.root(),
                        offered,
                        one -> new OpenApiDocument.Writing(
                                writable.ofItems(account, one), writable.ofItem(account, one)));
        if (html) {
            page(model, links, links.selfAndAlternate(true, MediaTypes.OPEN_API));
            model.addAttribute("paths", document.get("paths"));
            model.addAttribute("parameters", ((Map<?, ?>) document.get("components")).get("parameters"));
            model.addAttribute("systems", systems.list());
            return "ogc/api";
        }
        answers.json(response, MediaTypes.OPEN_API, document);
        return null;
    }

    @GetMapping("/ogc/collections")
    @Nullable String collections(
            @RequestParam(required = false) @Nullable String f,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        AccountView account = currentAccount.get();
        boolean html = Negotiation.html(f, request, response, MediaTypes.JSON);
        Links links = answers.links(request, locale);
        List<Link> all = links.selfAndAlternate(html, MediaTypes.JSON);
        List<CollectionId> offered = collections.offeredTo(account);
        if (html) {
            page(model, links, all);
            model.addAttribute(
                    "collections",
                    offered.stream()
                            .map(id -> collections.outline(account, id, locale))
                            .toList());
            return "ogc/collections";
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("links", all.stream().map(Link::json).toList());
        document.put("crs", systems.uris());
        document.put(
                "collections",
                offered.stream()
                        .map(id -> collections.describe(account, id, locale))
                        .map(collection ->
                                Collections.json(collection, systems.uris(), ofCollection(links, collection)))
                        .toList());
        answers.json(response, MediaTypes.JSON, document);
        return null;
    }

    @GetMapping("/ogc/collections/{collectionId}")
    @Nullable String collection(
            @PathVariable String collectionId,
            @RequestParam(required = false) @Nullable String f,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        boolean html = Negotiation.html(f, request, response, MediaTypes.JSON);
        Links links = answers.links(request, locale);
        Collections.Description collection = collections.describe(account, id, locale);
        List<Link> all = new ArrayList<>(links.selfAndAlternate(html, MediaTypes.JSON));
        all.addAll(Collections.itemLinks(links, collection));
        if (html) {
            page(model, links, all);
            model.addAttribute("collection", collection);
            model.addAttribute("systems", systems.list());
            return "ogc/collection";
        }
        answers.json(response, MediaTypes.JSON, Collections.json(collection, systems.uris(), all));
        return null;
    }

    /** What filters on this collection may name, as a JSON schema. */
    @GetMapping("/ogc/collections/{collectionId}/queryables")
    @Nullable String queryables(
            @PathVariable String collectionId,
            @RequestParam(required = false) @Nullable String f,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws IOException, HttpMediaTypeNotAcceptableException {
        AccountView account = currentAccount.get();
        CollectionId id = collections.get(account, collectionId);
        boolean html = Negotiation.html(f, request, response, MediaTypes.SCHEMA, MediaTypes.JSON);
        Links links = answers.links(request, locale);
        Collections.Description collection = collections.outline(account, id, locale);
        Queryables queryables = collections.source(id).queryables(account, id, locale);
        if (html) {
            page(model, links, links.selfAndAlternate(true, MediaTypes.SCHEMA));
            model.addAttribute("collection", collection);
            model.addAttribute("queryables", queryables.list());
            return "ogc/queryables";
        }
        String address = links.root() + "/collections/" + id.key() + "/queryables";
        answers.json(response, MediaTypes.SCHEMA, queryables.jsonSchema(address, collection.title()));
        return null;
    }

    private static List<Link> ofCollection(Links links, Collections.Description collection) {
        String path = "/collections/" + collection.key();
        List<Link> all = new ArrayList<>(List.of(
                links.to(path, "self", MediaTypes.JSON, "ogc.link.collection", collection.title()),
                links.toForm(path, "html", "alternate", MediaTypes.HTML, "ogc.link.collection", collection.title())));
        all.addAll(Collections.itemLinks(links, collection));
        return all;
    }

    private static void page(Model model, Links links, List<Link> all) {
        model.addAttribute("root", links.root());
        model.addAttribute("links", all);
    }
}
