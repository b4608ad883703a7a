package vn.anttmap.ogcapi.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class QueryablesTests {

    @Test
    void theSchemaNamesEachPropertyWithItsType() {
        Queryables queryables = Queryables.of(
                Queryable.of("category", ValueType.TEXT, "Loại", "i.category").withChoices(List.of("TROM_CAP", "KHAC")),
                Queryable.of("day", ValueType.DATE, "Ngày", "i.local_date"),
                Queryable.of("occurredAt", ValueType.TIMESTAMP, "Lúc", "i.occurred_at"),
                Queryable.of("severity", ValueType.INTEGER, "Mức", "i.severity"),
                Queryable.of("geometry", ValueType.GEOMETRY, "Vị trí", "i.position"));

        assertThat(JsonMapper.shared()
                        .readTree(JsonMapper.shared()
                                .writeValueAsString(queryables.jsonSchema("https://x.vn/queryables", "Vụ việc"))))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"$schema": "https://json-schema.org/draft/2020-12/schema",
                         "$id": "https://x.vn/queryables",
                         "type": "object",
                         "title": "Vụ việc",
                         "properties": {
                           "category": {"title": "Loại", "type": "string", "enum": ["TROM_CAP", "KHAC"]},
                           "day": {"title": "Ngày", "type": "string", "format": "date"},
                           "occurredAt": {"title": "Lúc", "type": "string", "format": "date-time"},
                           "severity": {"title": "Mức", "type": "integer"},
                           "geometry": {"title": "Vị trí", "format": "geometry-any"}},
                         "additionalProperties": false}
                        """));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x; drop table y", "x--", "x /* */", "x ? y", ":x", "'x'", "\"x\"", "X"})
    void whatIsNoPlainColumnIsNoColumn(String column) {
        assertThatThrownBy(() -> Queryable.of("x", ValueType.TEXT, "X", column))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a-b", ".a", "a'b", "a\"b"})
    void whatAFilterCannotWriteIsNoName(String name) {
        assertThatThrownBy(() -> Queryable.of(name, ValueType.TEXT, "X", "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void encodingsAreFoundByFilterLang() {
        assertThat(Cql2Filter.Encoding.find("cql2-json")).contains(Cql2Filter.Encoding.JSON);
        assertThat(Cql2Filter.Encoding.find("cql2-text")).contains(Cql2Filter.Encoding.TEXT);
        assertThat(Cql2Filter.Encoding.find("cql-text")).isEmpty();
    }

    @Test
    void twoOfOneNameAreNone() {
        Queryable one = Queryable.of("x", ValueType.TEXT, "X", "x");
        assertThatThrownBy(() -> Queryables.of(one, one)).isInstanceOf(IllegalArgumentException.class);
    }

    /** By hand: every letter of "Nghĩa Đàn", of a word with each tone, and letters that stay. */
    @ParameterizedTest
    @CsvSource({
        "Nghĩa Đàn,Nghia Dan,nghĩa đàn",
        "ỲÝỶỸỴ ươƯƠ ẵẶ,YYYYY uoUO aA,ỳýỷỹỵ ươươ ẵặ",
        "Khu phố 3 (mới)-ß,Khu pho 3 (moi)-ß,khu phố 3 (mới)-ß",
        "Çà ÑŽ,Ca NZ,çà ñž",
    })
    void marksAndCapitalsAreFolded(String text, String withoutMarks, String small) {
        assertThat(LetterFolding.ACCENT.apply(text)).isEqualTo(withoutMarks);
        assertThat(LetterFolding.CASE.apply(text)).isEqualTo(small);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abc,true",
        "abc,abd,false",
        "a%,a,true",
        "%c,abc,true",
        "%b%,abc,true",
        "a_c,abc,true",
        "a_c,ac,false",
        "%%,x,true",
        "a%b%c,aXbYbZc,true",
        "a%b%c,aXbYbZ,false",
        "a\\%b,a%b,true",
        "a\\%b,axb,false",
        "\\a,a,true",
        "a\\\\%,a\\b,true",
        "_,ế,true"
    })
    void patterns(String pattern, String text, boolean matches) {
        assertThat(LikePattern.matches(LikePattern.normalised(pattern, "1"), text))
                .isEqualTo(matches);
    }
}
