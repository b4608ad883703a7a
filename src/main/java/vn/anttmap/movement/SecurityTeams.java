package vn.anttmap.movement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;
import vn.anttmap.geo.Extent;
import vn.anttmap.geo.Feature;
import vn.anttmap.territory.Ground;
import vn.anttmap.territory.Jurisdiction;
import vn.anttmap.territory.Jurisdictions;
import vn.anttmap.territory.Territory;
import vn.anttmap.territory.Unit;
import vn.anttmap.territory.UnitLevel;

/** Security teams on the map. */
@Service
public class SecurityTeams {

    private final SecurityTeamRepository teams;
    private final Jurisdictions jurisdictions;
    private final Territory territory;

    SecurityTeams(SecurityTeamRepository teams, Jurisdictions jurisdictions, Territory territory) {
        this.teams = teams;
        this.jurisdictions = jurisdictions;
        this.territory = territory;
    }

    @Transactional
    public void add(Collection<NewSecurityTeam> newTeams) {
        newTeams.forEach(team -> teams.save(new SecurityTeam(team)));
    }

    /**
     * Teams of a day whose area lies in the account's territory.
     *
     * @param within the ground their place must lie in on that day; null for all
     * @param extent EPSG:4326; null for all
     */
    @Transactional(readOnly = true)
    public List<Feature> features(
            AccountView account, LocalDate day, @Nullable Ground within, @Nullable Extent extent, Locale locale) {
        account.require(Right.READ_MAP);
        Jurisdiction jurisdiction = jurisdictions.of(account);
        return teams.listOn(day).stream()
                .filter(team -> jurisdiction.contains(team.areaId()))
                .filter(team -> within == null
                        || territory
                                .unitAt(UnitLevel.RESIDENTIAL_AREA, team.position(), day)
                                .filter(area -> within.contains(area.id()))
                                .isPresent())
                .filter(team -> extent == null
                        || extent.toEnvelope().contains(team.position().getCoordinate()))
                .map(team -> feature(team, locale))
                .toList();
    }

    private Feature feature(SecurityTeam team, Locale locale) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("id", team.id());
        properties.put("name", team.name());
        properties.put("kind", team.kind().key());
        properties.put("kindLabel", team.kind().label(locale));
        properties.put("memberCount", team.memberCount());
        properties.put(
                "areaName", territory.find(team.areaId()).map(Unit::fullName).orElse(null));
        properties.put("validFrom", team.validFrom());
        properties.put("validTo", team.validTo());
        properties.put("synthetic", team.synthetic());
        properties.put("syntheticNote", team.syntheticNote());
        return new Feature(team.id(), team.position(), properties);
    }
}
