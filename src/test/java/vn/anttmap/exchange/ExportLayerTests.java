package vn.anttmap.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.anttmap.geo.CoordinateSystems;

class ExportLayerTests {

    @ParameterizedTest
    @ValueSource(strings = {"TEN_KHU_DAN_CU", "ten", "TÊN", "", "1A", "A B"})
    void refusesFieldNamesThatOtherProgramsChange(String name) {
        assertThatThrownBy(() -> ExportField.text(name, 10, "Tên"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void refusesWidthsTheFormatHasNot() {
        assertThatThrownBy(() -> ExportField.text("A", 255, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportField.text("A", 0, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportField.integer("A", 19, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ExportField.decimal("A", 5, 4, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAFieldNameTwice() {
        assertThatThrownBy(() -> layer("x", List.of(ExportField.integer("SO_VU", "a"), ExportField.date("SO_VU", "b"))))
                .hasMessageContaining("SO_VU is there twice");
    }

    @Test
    void refusesNoFieldsTooManyAndTooWideRows() {
        assertThatThrownBy(() -> layer("x", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> layer("x", Collections.nCopies(256, ExportField.integer("A", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "khu dân cư", "../x", "a.b"})
    void refusesLayerNamesThatAreNoPlainFileNames(String name) {
        assertThatThrownBy(() -> layer(name, List.of(ExportField.integer("A", ""))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ExportLayer layer(String name, List<ExportField> fields) {
        return new ExportLayer(name, "", GeometryKind.POINT, fields, CoordinateSystems.WGS84, List.of());
    }
}
