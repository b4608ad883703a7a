package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.HalfSignIn;
import vn.anttmap.access.HalfSignIns;
import vn.anttmap.access.ProviderRefusal;
import vn.anttmap.access.ProviderSignIn;
import vn.anttmap.access.Right;
import vn.anttmap.access.SecondFactors;
import vn.anttmap.node.Installation;
import vn.anttmap.setup.Setup;

/** Every page: who gets it, and what its template has to know. */
@Controller
class PageController {

    private final CurrentAccount currentAccount;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final HalfSignIns halves;
    private final ProviderSignIn provider;
    private final Installation installation;
    private final PageRelease release;
    private final Setup setup;

    PageController(
            CurrentAccount currentAccount,
            Accounts accounts,
            SecondFactors factors,
            HalfSignIns halves,
            ProviderSignIn provider,
            Installation installation,
            PageRelease release,
            Setup setup) {
        this.currentAccount = currentAccount;
        this.accounts = accounts;
        this.factors = factors;
        this.halves = halves;
        this.provider = provider;
        this.installation = installation;
        this.release = release;
        this.setup = setup;
    }

    @GetMapping("/")
    String map(Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        AccountView account = currentAccount.get();
        if (account.has(Right.ADMINISTER) && !notYetReady(account) && setup.needed()) {
            return "redirect:/setup";
        }
        common(model, request, locale);
        PageRelease.Release current = release.get();
        // Tells the worker of an older release that its files do not belong to this page.
        response.setHeader("ANTT-Release", current.name());
        model.addAttribute("modules", current.modules());
        model.addAttribute("mustChangePassword", accounts.mustChangePassword(account.username()));
        model.addAttribute("secondFactorMissing", factors.missing(account.username()));
        return "map/map";
    }

    @GetMapping("/login")
    String login(Model model, HttpServletRequest request, Locale locale) {
        common(model, request, locale);
        if (installation.demo()) {
            model.addAttribute("demoAccounts", accounts.listDemonstration(locale));
        }
        if (provider.offered()) {
            model.addAttribute("providerName", provider.name());
            model.addAttribute("providerSignOut", "there".equals(request.getParameter("logout")));
            ProviderRefusal.of(request.getParameter(ProviderRefusal.PARAMETER))
                    .ifPresent(refusal -> model.addAttribute("providerRefusal", refusal.key()));
        }
        return "access/login";
    }

    /** Where the code is asked for, after the password was right. */
    @GetMapping(HalfSignIn.PAGE)
    String code(Model model, HttpServletRequest request, Locale locale) {
        if (halves.find(request).isEmpty()) {
            return "redirect:/login?expired";
        }
        common(model, request, locale);
        return "access/code";
    }

    @GetMapping("/overview")
    String overview(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.READ_MAP, "overview/overview", model, request, locale);
    }

    @GetMapping("/movement")
    String movement(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.READ_MAP, "movement/movement", model, request, locale);
    }

    @GetMapping("/safety")
    String safetyYear(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.READ_MAP, "safety/year", model, request, locale);
    }

    @GetMapping("/safety/compare")
    String safetyCompare(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.READ_MAP, "safety/compare", model, request, locale);
    }

    @GetMapping("/safety/organizations")
    String safetyOrganizations(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.READ_MAP, "safety/organizations", model, request, locale);
    }

    /** Incidents in depth: {@code rates}, {@code hotspots}, {@code surface}, {@code time}. */
    @GetMapping({"/density", "/density/hotspots", "/density/surface", "/density/time"})
    String density(Model model, HttpServletRequest request, Locale locale) {
        String path = request.getRequestURI();
        model.addAttribute("view", path.endsWith("/density") ? "rates" : path.substring(path.lastIndexOf('/') + 1));
        return forThoseWith(Right.READ_MAP, "density/density", model, request, locale);
    }

    @GetMapping("/import")
    String territoryImport(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.CHANGE_BOUNDARIES, "territory/import", model, request, locale);
    }

    @GetMapping("/audit")
    String audit(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "audit/audit", model, request, locale);
    }

    /** The beginning of an installation. It opens by itself until a place is named. */
    @GetMapping("/setup")
    String setup(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "settings/setup", model, request, locale);
    }

    @GetMapping("/settings/accounts")
    String accounts(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "settings/accounts", model, request, locale);
    }

    @GetMapping("/settings/status")
    String status(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "settings/status", model, request, locale);
    }

    @GetMapping("/settings/categories")
    String categories(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "settings/categories", model, request, locale);
    }

    @GetMapping("/settings/movement")
    String movementKinds(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "settings/movement", model, request, locale);
    }

    /** Merge, split and rename. */
    @GetMapping("/boundaries")
    String boundaryChanges(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.CHANGE_BOUNDARIES, "territory/changes", model, request, locale);
    }

    @GetMapping("/settings/criteria")
    String criteria(Model model, HttpServletRequest request, Locale locale) {
        return forThoseWith(Right.ADMINISTER, "settings/criteria", model, request, locale);
    }

    /** For everybody else, and before the first password is changed, the map: it says what to do. */
    private String forThoseWith(Right right, String page, Model model, HttpServletRequest request, Locale locale) {
        AccountView account = currentAccount.get();
        if (!account.has(right) || notYetReady(account)) {
            return "redirect:/";
        }
        common(model, request, locale);
        return page;
    }

    private boolean notYetReady(AccountView account) {
        return accounts.mustChangePassword(account.username()) || factors.missing(account.username());
    }

    private void common(Model model, HttpServletRequest request, Locale locale) {
        // The first part of a long page is on its way before its form asks for the token; no session can begin then.
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        model.addAttribute("cspNonce", PagePolicy.nonce(request));
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("demo", installation.demo());
    }
}
