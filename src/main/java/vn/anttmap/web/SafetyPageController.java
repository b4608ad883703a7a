package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Installation;
import vn.anttmap.access.Right;

/** The pages about the title, for all who may read figures; others see the map, as before the first password. */
@Controller
class SafetyPageController {

    private final CurrentAccount currentAccount;
    private final Accounts accounts;
    private final Installation installation;

    SafetyPageController(CurrentAccount currentAccount, Accounts accounts, Installation installation) {
        this.currentAccount = currentAccount;
        this.accounts = accounts;
        this.installation = installation;
    }

    @GetMapping("/safety")
    String year(Model model, HttpServletRequest request, Locale locale) {
        return page("safety/year", model, request, locale);
    }

    @GetMapping("/safety/compare")
    String compare(Model model, HttpServletRequest request, Locale locale) {
        return page("safety/compare", model, request, locale);
    }

    @GetMapping("/safety/organizations")
    String organizations(Model model, HttpServletRequest request, Locale locale) {
        return page("safety/organizations", model, request, locale);
    }

    private String page(String name, Model model, HttpServletRequest request, Locale locale) {
        AccountView account = currentAccount.get();
        if (!account.has(Right.READ_MAP) || accounts.mustChangePassword(account.username())) {
            return "redirect:/";
        }
        model.addAttribute("cspNonce", PagePolicy.nonce(request));
        model.addAttribute("lang", locale.getLanguage());
        model.addAttribute("demo", installation.demo());
        return name;
    }
}
