package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Installation;
import vn.anttmap.access.Right;

/** The map, the sign-in page, the leader's first page and the pages of the administrator. */
@Controller
class PageController {

    private final CurrentAccount currentAccount;
    private final Accounts accounts;
    private final Installation installation;
    private final PageRelease release;

    PageController(CurrentAccount currentAccount, Accounts accounts, Installation installation, PageRelease release) {
        this.currentAccount = currentAccount;
        this.accounts = accounts;
        this.installation = installation;
        this.release = release;
    }

    @GetMapping("/")
    String map(Model model, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        AccountView account = currentAccount.get();
        common(model, request, locale);
        PageRelease.Release current = release.get();
        // Tells the worker of an older release that its files do not belong to this page.
        response.setHeader("ANTT-Release", current.name());
        model.addAttribute("modules", current.modules());
        model.addAttribute("mustChangePassword", accounts.mustChangePassword(account.username()));
        return "map/map";
    }

    @GetMapping("/login")
    String login(Model model, HttpServletRequest request, Locale locale) {
        common(model, request, locale);
        if (installation.demo()) {
            model.addAttribute("demoAccounts", accounts.listDemonstration(locale));
        }
        return "access/login";
    }

    /** A leader's first page; for those who may not read figures, the map says so. */
    @GetMapping("/overview")
    String overview(Model model, HttpServletRequest request, Locale locale) {
        AccountView account = currentAccount.get();
        if (!account.has(Right.READ_MAP) || accounts.mustChangePassword(account.username())) {
            return "redirect:/";
        }
        common(model, request, locale);
        return "overview/overview";
    }

    @GetMapping("/audit")
    String audit(Model model, HttpServletRequest request, Locale locale) {
        return forAdministrators("audit/audit", model, request, locale);
    }

    @GetMapping("/settings/categories")
    String categories(Model model, HttpServletRequest request, Locale locale) {
        return forAdministrators("settings/categories", model, request, locale);
    }

    @GetMapping("/settings/movement")
    String movementKinds(Model model, HttpServletRequest request, Locale locale) {
        return forAdministrators("settings/movement", model, request, locale);
    }

    @GetMapping("/settings/criteria")
    String criteria(Model model, HttpServletRequest request, Locale locale) {
        return forAdministrators("settings/criteria", model, request, locale);
    }

    /** The registers of the movement, for all who may read figures; others see the map, as before the first password. */
    @GetMapping("/movement")
    String movement(Model model, HttpServletRequest request, Locale locale) {
        AccountView account = currentAccount.get();
        if (!account.has(Right.READ_MAP) || accounts.mustChangePassword(account.username())) {
            return "redirect:/";
        }
        common(model, request, locale);
        return "movement/movement";
    }

    /** Files of boundaries, for those who may change them; others see the map. */
    @GetMapping("/import")
    String territoryImport(Model model, HttpServletRequest request, Locale locale) {
        AccountView account = currentAccount.get();
        if (!account.has(Right.CHANGE_BOUNDARIES) || accounts.mustChangePassword(account.username())) {
            return "redirect:/";
        }
        common(model, request, locale);
        return "territory/import";
    }

    /** For everybody else, and before the first password is changed, the map. */
    private String forAdministrators(String page, Model model, HttpServletRequest request, Locale locale) {
        AccountView account = currentAccount.get();
        if (!account.has(Right.ADMINISTER) || accounts.mustChangePassword(account.username())) {
            return "redirect:/";
        }
        common(model, request, locale);
        return page;
    }

    private void common(Model model, HttpServletRequest request, Locale locale) {
        model.addAttribute("cspNonce", PagePolicy.nonce(request));
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("demo", installation.demo());
    }
}
