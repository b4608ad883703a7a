package vn.anttmap.demo;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.NewAccount;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;
import vn.anttmap.node.Installation;

/** Decides at start what a new database becomes, before the first connection is accepted. */
@Component
class DemoSetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSetup.class);

    private final DemoWish wish;
    private final DemoData data;
    private final DemoRemoval removal;
    private final Accounts accounts;
    private final Installation installation;
    private final TransactionTemplate transaction;

    DemoSetup(
            DemoWish wish,
            DemoData data,
            DemoRemoval removal,
            Accounts accounts,
            Installation installation,
            PlatformTransactionManager transactions) {
        this.wish = wish;
        this.data = data;
        this.removal = removal;
        this.accounts = accounts;
        this.installation = installation;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (installation.demo() && wish.removes()) {
            transaction.executeWithoutResult(status -> removal.remove());
            LOG.info("Demonstration data and accounts are removed.");
        }
        if (installation.demo() && wish.refusesDemo()) {
            throw new DemoDataPresentException();
        }
        if (wish.loads()) {
            LOG.info("New database: loading the demonstration data …");
            transaction.executeWithoutResult(status -> loadDemo());
        } else if (installation.fresh()) {
            installation.decide(false);
        }
        if (!installation.demo() && accounts.none()) {
            createFirstAdministrator();
        }
    }

    private void loadDemo() {
        Map<String, Long> units = data.load();
        long town = units.get("commune-15394-2019");
        long yenDinh = units.get("district-394");
        long traLinh = units.get("district-046");
        List<Long> both = List.of(town, traLinh, yenDinh);
        account("leader", Role.LEADER, Set.of(), both, "Lãnh đạo (Quán Lào, Yên Định, Trà Lĩnh)");
        account("officer", Role.OFFICER, Set.of(), List.of(town), "Cán bộ thị trấn Quán Lào");
        account("officer-tra-linh", Role.OFFICER, Set.of(), List.of(traLinh), "Cán bộ huyện Trà Lĩnh");
        account(
                "planner",
                Role.PLANNER,
                Set.of(Right.SEE_INCIDENT_POINTS),
                both,
                "Cán bộ quy hoạch (Quán Lào, Yên Định, Trà Lĩnh)");
        account("admin", Role.ADMINISTRATOR, Set.of(), both, "Quản trị");
        installation.decide(true);
    }

    private void account(String name, Role role, Set<Right> rights, List<Long> units, String displayName) {
        accounts.create(new NewAccount(name, name, displayName, role, rights, units, false, false, true));
    }

    private void createFirstAdministrator() {
        byte[] random = new byte[15];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        accounts.create(new NewAccount(
                "admin", password, "Quản trị", Role.ADMINISTRATOR, Set.of(), List.of(), true, true, false));
        // Printed, not logged: a log file keeps what it gets.
        System.out.println();
        System.out.println("  First administrator: name admin, password " + password);
        System.out.println("  It is shown only now and must be changed at the first sign-in.");
        System.out.println();
    }
}
