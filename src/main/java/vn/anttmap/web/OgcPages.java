package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;
import vn.anttmap.node.Installation;

/** Gives the pages of OGC API what every page needs: language, the nonce of the import map, the mark of demonstration. */
@ControllerAdvice(basePackages = "vn.anttmap.ogcapi")
class OgcPages {

    private final Installation installation;

    OgcPages(Installation installation) {
        this.installation = installation;
    }

    @ModelAttribute
    void common(Model model, HttpServletRequest request, Locale locale) {
        model.addAttribute("cspNonce", PagePolicy.nonce(request));
        model.addAttribute("lang", locale.getLanguage());
        // Asked only where a page is made.
        model.addAttribute("demo", new LazyContextVariable<Boolean>() {
            @Override
            protected Boolean loadValue() {
                return installation.demo();
            }
        });
    }
}
