package vn.anttmap.movement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitRef;

/** Makes what is shown of a team, present or past. */
@Component
class SecurityTeamViews {

    private final MovementKinds kinds;
    private final Territory territory;

    SecurityTeamViews(MovementKinds kinds, Territory territory) {
        this.kinds = kinds;
        this.territory = territory;
    }

    /** What one state of a team says. */
    record Said(
            long id,
            long version,
            SecurityTeam.Content content,
            List<SecurityTeamTables.Members> members,
            List<SecurityTeamTables.Grading> gradings,
            boolean synthetic,
            @Nullable String syntheticNote,
            boolean withdrawn) {}

    /** The open lists in one language, read once for many teams. */
    record Names(
            Map<String, MovementKind> kinds,
            Map<String, MovementKind> roles,
            Map<String, MovementKind> grades,
            Locale locale) {

        String of(Map<String, MovementKind> list, String code) {
            MovementKind kind = list.get(code);
            return kind == null ? code : kind.name(locale);
        }
    }

    Names names(Locale locale) {
        return new Names(
                kinds.of(KindLists.TEAM_KINDS),
                kinds.of(KindLists.TEAM_ROLES),
                kinds.of(KindLists.TEAM_GRADES),
                locale);
    }

    SecurityTeamView of(Said said, Names names) {
        SecurityTeam.Content content = said.content();
        return new SecurityTeamView(
                said.id(),
                content.name(),
                content.kind(),
                names.of(names.kinds(), content.kind()),
                territory
                        .find(content.areaId())
                        .map(Unit::ref)
                        .orElseGet(() -> new UnitRef(content.areaId(), String.valueOf(content.areaId()))),
                content.position().getX(),
                content.position().getY(),
                content.validFrom(),
                content.validTo(),
                content.memberCount(),
                names.roles().keySet().stream()
                        .map(role -> said.members().stream()
                                .filter(each -> each.role().equals(role))
                                .findFirst()
                                .orElse(null))
                        .filter(Objects::nonNull)
                        .map(each -> new SecurityTeamView.Members(
                                each.role(), names.of(names.roles(), each.role()), each.count()))
                        .toList(),
                said.gradings().stream()
                        .map(each -> new SecurityTeamView.Grading(
                                each.year(), each.grade(), names.of(names.grades(), each.grade())))
                        .toList(),
                said.synthetic(),
                said.syntheticNote(),
                said.withdrawn(),
                said.version());
    }
}
