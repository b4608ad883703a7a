package vn.anttmap.setup;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;
import vn.anttmap.geo.VietnameseText;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The beginning of an installation, for its administrator. */
@RestController
@RequestMapping("/api/setup")
class SetupController {

    private final Setup setup;
    private final CountryList list;
    private final CurrentAccount currentAccount;

    SetupController(Setup setup, CountryList list, CurrentAccount currentAccount) {
        this.setup = setup;
        this.list = list;
        this.currentAccount = currentAccount;
    }

    /** Which places the installation is for, and what is done and missing. */
    @GetMapping
    SetupView get(HttpServletRequest request) {
        return setup.view(currentAccount.get(), request.isSecure() || isHere(request));
    }

    /** @param outlines whether the boundaries of its communes are in the list, too */
    record Province(String code, String fullName, int communes, boolean outlines) {}

    record Provinces(List<Province> provinces, String source) {}

    /** The provinces of today, by name, with how many communes each has. */
    @GetMapping("/provinces")
    Provinces provinces() {
        currentAccount.get().require(Right.ADMINISTER);
        Map<String, Integer> communes = new HashMap<>();
        list.communes().forEach(each -> communes.merge(each.provinceCode(), 1, Integer::sum));
        return new Provinces(
                list.provinces().stream()
                        .map(unit -> new Province(
                                String.valueOf(unit.code()),
                                unit.fullName(),
                                communes.getOrDefault(String.valueOf(unit.code()), 0),
                                list.hasOutlines(String.valueOf(unit.code()))))
                        .sorted(Comparator.comparing(
                                province -> province.fullName().replaceFirst("^(Tỉnh|Thành phố) ", ""),
                                VietnameseText.collator()))
                        .toList(),
                "© 2021 Thang Le Quoc, MIT");
    }

    /** @param outline whether its boundary is in the list, too */
    record Commune(String code, String fullName, double areaSqKm, boolean outline) {}

    record Communes(List<Commune> communes) {}

    /** The communes of a province, by name. */
    @GetMapping("/provinces/{code}/communes")
    Communes communes(@PathVariable String code) {
        currentAccount.get().require(Right.ADMINISTER);
        List<CountryList.Listed> found = list.communesOf(code);
        if (found.isEmpty()) {
            throw UserProblem.of(Kind.NOT_FOUND, "setup-code-unknown", code).at("code", code);
        }
        Set<String> outlines = list.outlines(code).keySet();
        return new Communes(found.stream()
                .sorted(Comparator.comparing(CountryList.Listed::name, VietnameseText.collator())
                        .thenComparing(CountryList.Listed::code))
                .map(each -> new Commune(each.code(), each.fullName(), each.areaSqKm(), outlines.contains(each.code())))
                .toList());
    }

    /** @param codes of provinces (two digits, all its communes) and communes (five digits) */
    record Places(@Nullable List<String> codes) {}

    /** Says which places the installation is for, instead of those before. */
    @PutMapping(value = "/places", consumes = MediaType.APPLICATION_JSON_VALUE)
    SetupView name(@RequestBody Places places, HttpServletRequest request) {
        if (places.codes() == null) {
            throw UserProblem.of(Kind.INVALID, "field-missing", "codes").at("codes", null);
        }
        setup.name(currentAccount.get(), places.codes());
        return get(request);
    }

    /** @param since first day from which all incidents of the place are in the register; null takes that back */
    record Register(@Nullable LocalDate since) {}

    /** Says since when the register of a place is complete: before, figures say "not enough data". */
    @PutMapping(value = "/registers/{unitId}", consumes = MediaType.APPLICATION_JSON_VALUE)
    SetupView keepRegister(@PathVariable long unitId, @RequestBody Register register, HttpServletRequest request) {
        setup.keepRegister(currentAccount.get(), unitId, register.since());
        return get(request);
    }

    /** Browsers take a page of this machine for as safe as one by HTTPS. */
    private static boolean isHere(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress()
                    && Set.of("localhost", "127.0.0.1", "[::1]").contains(request.getServerName());
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
