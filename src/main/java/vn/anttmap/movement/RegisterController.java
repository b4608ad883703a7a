package vn.anttmap.movement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.access.Right;

/** What a form or a table needs to know of the registers. */
@RestController
class RegisterController {

    private final MovementKinds kinds;
    private final RegisterLabels labels;
    private final CurrentAccount currentAccount;

    RegisterController(MovementKinds kinds, RegisterLabels labels, CurrentAccount currentAccount) {
        this.kinds = kinds;
        this.labels = labels;
        this.currentAccount = currentAccount;
    }

    record KindOfEntry(String code, String name, String countingWord, boolean active) {}

    record Choice(String value, String label) {}

    /**
     * @param type text, long_text, amount (a whole number of what the label says), choice or list
     * @param choices empty for other types than choice
     */
    record Field(
            String name, String label, String type, boolean required, List<String> choices, List<Choice> options) {}

    record Description(String register, String label, boolean standing, List<Field> fields, List<KindOfEntry> kinds) {}

    record Descriptions(List<Description> registers, TeamLists teams, boolean mayWrite) {}

    /** The open lists of the security teams. */
    record TeamLists(List<KindOfEntry> kinds, List<KindOfEntry> roles, List<KindOfEntry> grades) {}

    /** The registers with their fields and kinds, named in the caller's language. */
    @GetMapping("/api/movement/registers")
    Descriptions registers(Locale locale) {
        AccountView account = currentAccount.get();
        account.require(Right.READ_MAP);
        List<MovementKind> all = kinds.list();
        return new Descriptions(
                Arrays.stream(Register.values())
                        .map(register -> new Description(
                                register.key(),
                                labels.of(register, locale),
                                register.standing(),
                                register.fields().stream()
                                        .map(field -> field(field, locale))
                                        .toList(),
                                kinds(all, register.key(), locale)))
                        .toList(),
                new TeamLists(
                        kinds(all, KindLists.TEAM_KINDS, locale),
                        kinds(all, KindLists.TEAM_ROLES, locale),
                        kinds(all, KindLists.TEAM_GRADES, locale)),
                account.has(Right.WRITE_MOVEMENT));
    }

    private Field field(RegisterField field, Locale locale) {
        return new Field(
                field.name(),
                labels.of(field, locale),
                field.type().name().toLowerCase(Locale.ROOT),
                field.required(),
                field.choices(),
                field.choices().stream()
                        .map(value -> new Choice(value, labels.ofChoice(value, locale)))
                        .toList());
    }

    private static List<KindOfEntry> kinds(List<MovementKind> all, String list, Locale locale) {
        return all.stream()
                .filter(kind -> kind.list().equals(list))
                .map(kind -> new KindOfEntry(kind.code(), kind.name(locale), kind.countingWord(), kind.active()))
                .toList();
    }
}
