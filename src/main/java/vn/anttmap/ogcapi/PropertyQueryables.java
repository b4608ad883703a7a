package vn.anttmap.ogcapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.anttmap.ogcapi.cql2.Queryable;
import vn.anttmap.ogcapi.cql2.Queryables;
import vn.anttmap.ogcapi.cql2.ValueType;

/** Makes the names of a filter from the properties of a collection. */
@Component
class PropertyQueryables {

    static final String GEOMETRY = "geometry";

    private final MessageSource messages;

    PropertyQueryables(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * @param columnOf what SQL reads a property from; null for those that no filter may name
     * @param geometry what SQL reads the geometry from; null where there is none for the account
     */
    Queryables of(
            List<Property> properties,
            Function<String, @Nullable String> columnOf,
            @Nullable String geometry,
            Locale locale) {
        List<Queryable> all = new ArrayList<>();
        for (Property property : properties) {
            String column = columnOf.apply(property.name());
            if (column != null) {
                all.add(Queryable.of(property.name(), type(property.type()), property.title(messages, locale), column));
            }
        }
        if (geometry != null) {
            all.add(Queryable.of(
                    GEOMETRY,
                    ValueType.GEOMETRY,
                    messages.getMessage("ogc.property.geometry", null, locale),
                    geometry));
        }
        return Queryables.of(all);
    }

    private static ValueType type(Property.Type type) {
        return switch (type) {
            case STRING -> ValueType.TEXT;
            case INTEGER -> ValueType.INTEGER;
            case NUMBER -> ValueType.NUMBER;
            case BOOLEAN -> ValueType.BOOLEAN;
            case DATE -> ValueType.DATE;
            case INSTANT -> ValueType.TIMESTAMP;
        };
    }
}
