package vn.anttmap.territory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;

/** What a unit belongs to, as far as the account sees it. */
@RestController
class UnitsAboveController {

    private final Territory territory;
    private final Jurisdictions jurisdictions;
    private final CurrentAccount currentAccount;

    UnitsAboveController(Territory territory, Jurisdictions jurisdictions, CurrentAccount currentAccount) {
        this.territory = territory;
        this.jurisdictions = jurisdictions;
        this.currentAccount = currentAccount;
    }

    record Above(List<UnitRef> units) {}

    /** The units above one, nearest first; those beyond the account's territory are left out. */
    @GetMapping("/api/territory/units/{id}/above")
    Above above(@PathVariable long id) {
        AccountView account = currentAccount.get();
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        List<UnitRef> above = new ArrayList<>();
        Optional<Unit> here = territory.parent(territory.get(account, id));
        while (here.isPresent()) {
            Unit unit = here.get();
            if (jurisdiction.contains(unit.id())) {
                above.add(unit.ref());
            }
            here = territory.parent(unit);
        }
        return new Above(above);
    }
}
