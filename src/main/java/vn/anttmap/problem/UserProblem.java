package vn.anttmap.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something the caller did, or met, that the caller can act on. Carries a message key and its values, never a finished
 * sentence: {@code web} renders it in the caller's language as an RFC 9457 problem and chooses the status code.
 *
 * <p>The key {@code incident-outside-territory} has its texts under {@code error.incident-outside-territory.title} and
 * {@code .detail} in the message files.
 */
public class UserProblem extends RuntimeException {

    /** What kind of trouble, without naming a protocol. */
    public enum Kind {
        /** The request is malformed: a value is missing, unknown or out of range. */
        INVALID,
        /** The account may not do this. */
        FORBIDDEN,
        /** There is no such thing within what the account may see. */
        NOT_FOUND,
        /** The step does not fit the present state. */
        CONFLICT,
        /** Somebody else changed it since it was read. */
        STALE,
        /** A change must say which version it is based on. */
        VERSION_REQUIRED,
        /** Well-formed, but the content breaks a rule. */
        UNPROCESSABLE
    }

    private final Kind kind;
    private final String key;
    private final transient Object[] arguments;
    private final @Nullable String parameter;
    private final @Nullable String received;
    private final transient Map<String, Object> extras;

    private UserProblem(
            Kind kind,
            String key,
            Object[] arguments,
            @Nullable String parameter,
            @Nullable String received,
            Map<String, Object> extras) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.arguments = arguments;
        this.parameter = parameter;
        this.received = received;
        this.extras = extras;
    }

    /**
     * @param key message key without prefix and suffix
     * @param arguments values of the message, in order
     */
    public static UserProblem of(Kind kind, String key, Object... arguments) {
        return new UserProblem(kind, key, arguments, null, null, Map.of());
    }

    /** The same problem, naming the parameter or field at fault and what arrived in it. */
    public UserProblem at(String newParameter, @Nullable Object newReceived) {
        return new UserProblem(
                kind, key, arguments, newParameter, newReceived == null ? null : abridged(newReceived), extras);
    }

    /** The same problem with one more member of the problem document. */
    public UserProblem with(String name, Object value) {
        return new UserProblem(kind, key, arguments, parameter, received, Map.of(name, value));
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }

    public @Nullable String parameter() {
        return parameter;
    }

    public @Nullable String received() {
        return received;
    }

    public Map<String, Object> extras() {
        return extras;
    }

    private static String abridged(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
