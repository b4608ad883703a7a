package vn.anttmap.ogcapi;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.anttmap.access.AccountView;
import vn.anttmap.incident.IncidentDraft;
import vn.anttmap.incident.IncidentItem;
import vn.anttmap.incident.IncidentItems;
import vn.anttmap.incident.IncidentRegister;
import vn.anttmap.problem.UserProblem;
import vn.anttmap.problem.UserProblem.Kind;

/**
 * Incidents written as features. What a feature does not hold stays: the note, photos, an area set by hand. Every rule is
 * that of the register itself.
 */
@Component
class IncidentWrites {

    /** Why a record is changed; it is written and never read. */
    private static final String REASON = "reason";

    private static final Set<String> WRITABLE = Set.of(
            "occurredAt",
            "occurredUntil",
            "reportedAt",
            "placeAccuracy",
            "category",
            "severity",
            "majorCase",
            "personsInvolved",
            "dead",
            "injured",
            "damageDong",
            "handlingLevel",
            "state",
            REASON);

    private final IncidentRegister register;
    private final IncidentItems items;
    private final Set<String> known = new HashSet<>(WRITABLE);
    private final JsonMapper json;

    IncidentWrites(IncidentRegister register, IncidentItems items, IncidentSource source, JsonMapper json) {
        this.register = register;
        this.items = items;
        this.json = json;
        source.properties(CollectionId.INCIDENTS).forEach(property -> known.add(property.name()));
    }

    /** @param created false where the same was there before */
    record Written(String id, boolean created) {}

    /**
     * A new incident, under the id that the feature has if that is a UUID. Sent again with the same id or key it is the
     * same one.
     */
    Written create(AccountView account, FeatureBody feature, @Nullable UUID key, Locale locale) {
        feature.requireKnown(known, WRITABLE);
        UUID id = uuid(feature.id()).orElseGet(() -> key == null ? UUID.randomUUID() : ofKey(account, key));
        return write(account, id, feature, null, key, locale);
    }

    /** All that a feature tells is as this one tells it; a new id makes a new incident. */
    Written replace(
            AccountView account,
            String featureId,
            FeatureBody feature,
            @Nullable String ifMatch,
            @Nullable UUID key,
            Locale locale) {
        feature.requireKnown(known, WRITABLE);
        feature.requireId(featureId);
        return write(account, id(featureId, ifMatch), feature, ifMatch, key, locale);
    }

    private Written write(
            AccountView account,
            UUID id,
            FeatureBody feature,
            @Nullable String ifMatch,
            @Nullable UUID key,
            Locale locale) {
        Long basedOn = basedOn(account, id, ifMatch);
        IncidentRegister.Stored stored = register.edit(
                account,
                id,
                present -> {
                    if (present == null && ifMatch != null) {
                        throw gone();
                    }
                    ObjectNode draft = json.createObjectNode();
                    if (present != null) {
                        draft.put("note", present.note());
                    }
                    return draft(draft, feature, true);
                },
                basedOn,
                key,
                locale);
        return new Written(id.toString(), stored.created());
    }

    /** @param patch properties that are not named stay; null empties one */
    Written update(
            AccountView account,
            String featureId,
            FeatureBody patch,
            @Nullable String ifMatch,
            @Nullable UUID key,
            Locale locale) {
        patch.requireKnown(WRITABLE, WRITABLE);
        patch.requireId(featureId);
        UUID id = id(featureId, ifMatch);
        register.edit(
                account,
                id,
                present -> {
                    if (present == null) {
                        throw unknown(featureId);
                    }
                    return draft(json.valueToTree(present), patch, false);
                },
                basedOn(account, id, ifMatch),
                key,
                locale);
        return new Written(id.toString(), false);
    }

    /** The incident is withdrawn: it stays in the history and counts nowhere. */
    void remove(
            AccountView account, String featureId, @Nullable String ifMatch, @Nullable String reason, Locale locale) {
        UUID id = id(featureId, ifMatch);
        Long basedOn = basedOn(account, id, ifMatch);
        if (items.find(account, id).isEmpty()) {
            throw unknown(featureId);
        }
        register.withdraw(account, id, basedOn, reason, locale);
    }

    /** What the register is told, read by the same rules as its own interface. */
    private IncidentDraft draft(ObjectNode draft, FeatureBody feature, boolean whole) {
        if (whole || feature.geometry() != null) {
            Point place = feature.point();
            if (place == null) {
                throw UserProblem.of(Kind.INVALID, "ogc-point-wanted").at("geometry", null);
            }
            draft.put("longitude", place.getX());
            draft.put("latitude", place.getY());
        }
        feature.properties().properties().stream()
                .filter(property -> WRITABLE.contains(property.getKey()))
                .forEach(property -> draft.set(property.getKey(), property.getValue()));
        return json.treeToValue(draft, IncidentDraft.class);
    }

    private @Nullable Long basedOn(AccountView account, UUID id, @Nullable String ifMatch) {
        return FeatureTag.any(ifMatch)
                ? items.find(account, id).map(IncidentItem::version).orElse(FeatureTag.NO_VERSION)
                : FeatureTag.version(ifMatch);
    }

    /** Only UUIDs name incidents. */
    private static UUID id(String featureId, @Nullable String ifMatch) {
        return uuid(featureId).orElseThrow(() -> ifMatch == null ? unknown(featureId) : gone());
    }

    private static Optional<UUID> uuid(@Nullable String text) {
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    /** The same key of the same account names the same incident. */
    private static UUID ofKey(AccountView account, UUID key) {
        return UUID.nameUUIDFromBytes(
                ("anttmap:ogc:" + account.username() + ":" + key).getBytes(StandardCharsets.UTF_8));
    }

    private static UserProblem gone() {
        return UserProblem.of(Kind.STALE, "ogc-if-match-nothing");
    }

    private static UserProblem unknown(String featureId) {
        return UserProblem.of(Kind.NOT_FOUND, "ogc-feature-unknown").at("featureId", featureId);
    }
}
