package vn.anttmap.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.access.Role;

/** The rows of {@code rights-matrix.txt}, and the columns, which follow from the table of rights. */
final class RightsMatrix {

    private static final Path ROWS = Path.of("src/test/resources/rights-matrix.txt");

    /** A page sends to the sign-in, or to the first page. */
    static final int ELSEWHERE = 302;

    /**
     * One request and who may make it.
     *
     * @param operation method and template of the path
     * @param needs rights, any of which suffices, each of several that are all needed; empty for any account
     * @param open whether no account is needed
     * @param own status in the own territory @param other in another's, or null where the request names no place
     */
    record Row(
            String operation,
            String needed,
            List<Set<Right>> needs,
            boolean open,
            int own,
            @Nullable Integer other,
            String path,
            @Nullable String body) {

        String method() {
            return operation.substring(0, operation.indexOf(' '));
        }

        String template() {
            return operation.substring(operation.indexOf(' ') + 1);
        }

        boolean allows(AccountView account) {
            return needs.isEmpty()
                    || needs.stream().anyMatch(all -> all.stream().allMatch(account::has));
        }

        /** Whether its answer is about places, which must be those of the account. */
        boolean aboutPlaces() {
            return !needs.isEmpty() && needs.stream().noneMatch(all -> all.contains(Right.ADMINISTER));
        }

        int anonymous() {
            return open ? own : forTools() ? 401 : ELSEWHERE;
        }

        /** Pages send to the first page whom they are not for. */
        int refused() {
            return forTools() ? 403 : ELSEWHERE;
        }

        private boolean forTools() {
            return path.startsWith("/api/") || path.startsWith("/ogc") || path.startsWith("/actuator/");
        }
    }

    /** Each role as it is, and with every right that can be given to a single account; null is nobody. */
    static Map<String, @Nullable AccountView> columns() {
        Map<String, @Nullable AccountView> columns = new LinkedHashMap<>();
        columns.put("anonymous", null);
        Set<Right> extra = EnumSet.allOf(Right.class).stream()
                .filter(Right::extra)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)));
        for (Role role : Role.values()) {
            String name = role.name().toLowerCase(java.util.Locale.ROOT);
            columns.put(name, account(name, role, Set.of()));
            columns.put(name + " +", account(name + "-with-more", role, extra));
        }
        return columns;
    }

    private static AccountView account(String name, Role role, Set<Right> rights) {
        return new AccountView(0, "m-" + name, name, role, rights, List.of(), false);
    }

    static List<Row> rows() {
        try {
            return Files.readAllLines(ROWS).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(RightsMatrix::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split(" \\| ", 5);
        String needed = cells[1].strip();
        boolean open = needed.equals("nobody");
        String[] statuses = cells[2].strip().split(" ");
        return new Row(
                cells[0].strip(),
                needed,
                open || needed.equals("account") ? List.of() : needs(needed),
                open,
                Integer.parseInt(statuses[0]),
                statuses[1].equals("-") ? null : Integer.valueOf(statuses[1]),
                cells[3].strip(),
                cells.length > 4 ? cells[4].strip() : null);
    }

    private static List<Set<Right>> needs(String text) {
        return Arrays.stream(text.split("/"))
                .map(all -> Arrays.stream(all.split("\\+")).map(Right::valueOf).collect(Collectors.toSet()))
                .toList();
    }

    /** The page {@code docs/rights-matrix.md}. */
    static String page(int requests) {
        Map<String, @Nullable AccountView> columns = columns();
        List<String> lines = new ArrayList<>();
        lines.add("# Who may do what, operation by operation");
        lines.add("");
        lines.add("Made by [RightsMatrixContract](../src/test/java/vn/anttmap/web/RightsMatrixContract.java) from"
                + " [rights-matrix.txt](../src/test/resources/rights-matrix.txt) and the enum"
                + " [Right](../src/main/java/vn/anttmap/access/Right.java); do not edit. Every cell is a request that the"
                + " test makes on both databases, and it fails where an operation of the service has no row.");
        lines.add("");
        lines.add(
                "**yes**: done, or refused for another reason than rights; **–**: 403, or the first page in place of another; **sign in**: 401, or the"
                        + " sign-in page. A column with + has, besides its role, every right that can be given to a single"
                        + " account: " + extras()
                        + ". *Elsewhere* is what an account that has the right is answered about what"
                        + " lies in another's territory: **not there** (404), **refused** (403), **nothing** (an answer without"
                        + " anything of that territory), **as invalid** (422), or empty where a request names no place; answers"
                        + " that list things hold those of the own territory only.");
        lines.add("");
        lines.add("| Operation | Needs | " + String.join(" | ", columns.keySet()) + " | Elsewhere |");
        lines.add("|---|---|" + "---|".repeat(columns.size() + 1));
        List<Row> rows = rows();
        for (Row row : rows) {
            String cells =
                    columns.values().stream().map(account -> cell(row, account)).collect(Collectors.joining(" | "));
            lines.add("| `" + row.operation() + "`" + example(row, rows) + " | " + needs(row) + " | " + cells + " | "
                    + elsewhere(row) + " |");
        }
        lines.add("");
        lines.add(rows.stream().map(Row::operation).distinct().count() + " operations, " + rows.size() + " rows, "
                + requests + " requests on each database.");
        lines.add("");
        return String.join("\n", lines);
    }

    private static String extras() {
        return EnumSet.allOf(Right.class).stream()
                .filter(Right::extra)
                .map(right -> "`" + right + "`")
                .collect(Collectors.joining(", "));
    }

    private static String needs(Row row) {
        return row.needed()
                .replace("nobody", "nothing")
                .replace("account", "an account")
                .replace("+", " and ")
                .replace("/", " or ")
                .replaceAll("[A-Z_]{4,}", "`$0`");
    }

    /** What tells several rows of one operation apart. */
    private static String example(Row row, List<Row> rows) {
        boolean several = rows.stream()
                        .filter(each -> each.operation().equals(row.operation()))
                        .count()
                > 1;
        return several ? ", as `" + row.path() + (row.body() == null ? "" : "` `" + row.body()) + "`" : "";
    }

    private static String cell(Row row, @Nullable AccountView account) {
        if (account == null) {
            return row.open() ? "yes" : "sign in";
        }
        return row.allows(account) ? "yes" : "–";
    }

    private static String elsewhere(Row row) {
        if (row.other() == null) {
            return "";
        }
        return switch (row.other()) {
            case 404 -> "not there";
            case 403 -> "refused";
            case 422 -> "as invalid";
            default -> "nothing";
        };
    }
}
