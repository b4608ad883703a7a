package vn.anttmap.movement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.anttmap.movement.RegisterField.Type;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/** The registers of the movement, each with the fields of its own. Kinds of entries are data and can be added to. */
public enum Register {
    /** Ban chỉ đạo 138 and the like, as they stand. */
    COMMITTEES(
            true,
            RegisterField.text("documentNumber"),
            RegisterField.text("issuer"),
            RegisterField.amount("members"),
            RegisterField.text("composition")),
    /** What the work rests on: Đề án 375, Chỉ thị số 10 … */
    BASIS_DOCUMENTS(
            true,
            RegisterField.text("documentNumber"),
            RegisterField.text("issuer"),
            RegisterField.of("summary", Type.LONG_TEXT)),
    /** Models, as they stand; a self-managed road with its sub-segments and what was done for its upkeep. */
    MODELS(
            true,
            RegisterField.text("owner"),
            RegisterField.amount("members"),
            RegisterField.choice("origin", "new", "kept", "replicated"),
            RegisterField.text("grade"),
            RegisterField.of("subSegments", Type.LIST),
            RegisterField.of("upkeep", Type.LIST)),
    /** Tuyên truyền: cuộc, đợt, buổi and lượt người. */
    OUTREACH(
            false,
            RegisterField.amount("sessions").needed(),
            RegisterField.amount("attendances"),
            RegisterField.of("topic", Type.LONG_TEXT)),
    /** Tips of the people, as counts only: no field says who or what. */
    TIPS(false, RegisterField.amount("tips").needed(), RegisterField.amount("valuable"), RegisterField.text("subject")),
    /** Emulation drives with their contents and pledges. */
    DRIVES(
            false,
            RegisterField.text("launchedBy"),
            RegisterField.amount("contentCount"),
            RegisterField.of("contents", Type.LIST),
            RegisterField.amount("pledges")),
    EVENTS(
            false,
            RegisterField.text("organiser"),
            RegisterField.amount("participants"),
            RegisterField.of("summary", Type.LONG_TEXT)),
    /** Who was honoured by kind and number, not by name. */
    COMMENDATIONS(
            false,
            RegisterField.choice("recipient", "collective", "individual", "household")
                    .needed(),
            RegisterField.choice("level", "commune", "district", "province", "ministry")
                    .needed(),
            RegisterField.amount("awards"),
            RegisterField.text("givenBy"),
            RegisterField.text("decisionNumber"),
            RegisterField.of("merit", Type.LONG_TEXT));

    private final boolean standing;
    private final List<RegisterField> fields;

    Register(boolean standing, RegisterField... fields) {
        this.standing = standing;
        this.fields = List.of(fields);
    }

    /**
     * Whether an entry lasts from its first day until its last, or until now without one. Otherwise it happened: without a
     * last day, on its first.
     */
    public boolean standing() {
        return standing;
    }

    public List<RegisterField> fields() {
        return fields;
    }

    /** As it stands in paths and tables: {@code basis-documents}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws UserProblem naming the known registers */
    public static Register ofKey(String key) {
        return Arrays.stream(values())
                .filter(register -> register.key().equals(key))
                .findFirst()
                .orElseThrow(() -> UserProblem.of(
                                Kind.NOT_FOUND,
                                "register-unknown",
                                Arrays.stream(values()).map(Register::key).collect(Collectors.joining(", ")))
                        .at("register", key));
    }
}
