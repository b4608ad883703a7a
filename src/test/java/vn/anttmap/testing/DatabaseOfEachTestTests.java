package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.DynamicPropertySource;

/** A test that names no database would open the one of the folder it runs in, which may be somebody's. */
class DatabaseOfEachTestTests {

    @Test
    void everyTestOfTheServiceNamesItsDatabase() {
        List<Class<?>> tests = new ClassFileImporter()
                .withImportOption(new ImportOption.OnlyIncludeTests()).importPackages("vn.anttmap").stream()
                        .filter(each -> each.isTopLevelClass() && !each.isInterface() && !each.isAnnotation())
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(each -> !Modifier.isAbstract(each.getModifiers()))
                        .filter(each -> AnnotatedElementUtils.hasAnnotation(each, SpringBootTest.class))
                        .toList();

        assertThat(tests).hasSizeGreaterThan(100);
        assertThat(tests).allMatch(DatabaseOfEachTestTests::namesItsDatabase);
    }

    private static boolean namesItsDatabase(Class<?> test) {
        return test.isAnnotationPresent(OnH2gis.class)
                || test.isAnnotationPresent(OnPostgis.class)
                // Those with a file of their own.
                || Arrays.stream(test.getDeclaredMethods())
                        .anyMatch(method -> method.isAnnotationPresent(DynamicPropertySource.class));
    }
}
