package vn.anttmap.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.modulith.core.ApplicationModules;
import vn.anttmap.AnttMapApplication;

/** The service keeps to its module structure; and the rules do notice where an imagined service does not. */
class ModuleStructureTests {

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.anttmap");

    @TempDir
    Path folder;

    @Test
    void modulesKeepToWhatTheyDeclareAndHaveNoCycles() {
        ApplicationModules.of(AnttMapApplication.class).verify();
    }

    @Test
    void modulesUseOnlyWhatTheTableAllows() {
        assertThat(new ModuleStructure("vn.anttmap").violations(SERVICE)).isEmpty();
    }

    @Test
    void kernelIsPlainJava() {
        new ModuleStructure("vn.anttmap").kernelIsPlainJava().check(SERVICE);
    }

    @Test
    void acceptsAnUpperModuleUsingALowerOne() {
        JavaClasses classes = compile(
                "package sample.geo; public class Envelope {}",
                "package sample.territory; public class Commune { sample.geo.Envelope bounds; }");

        assertThat(new ModuleStructure("sample").violations(classes)).isEmpty();
    }

    @Test
    void refusesALowerModuleUsingAnUpperOne() {
        JavaClasses classes = compile(
                "package sample.incident; public class Incident {}",
                "package sample.territory.internal; class Commune { sample.incident.Incident[] incidents; }");

        assertThat(new ModuleStructure("sample").violations(classes))
                .containsExactly("sample.territory.internal.Commune uses sample.incident.Incident,"
                        + " but territory may use access, geo, node, problem, replica.");
    }

    @Test
    void refusesAModuleUsingTheApplicationClass() {
        JavaClasses classes = compile(
                "package sample; public class Application {}",
                "package sample.web; class Page { sample.Application application; }");

        assertThat(new ModuleStructure("sample").violations(classes)).hasSize(1);
    }

    @Test
    void refusesAModuleThatIsNotInTheTable() {
        JavaClasses classes = compile("package sample.helpers; class Strings {}");

        assertThat(new ModuleStructure("sample").violations(classes))
                .singleElement()
                .asString()
                .contains("The module helpers is not in the table");
    }

    @Test
    void refusesSpringInTheKernel() {
        JavaClasses classes = compile("package sample.geo; @org.springframework.stereotype.Component class Areas {}");

        assertThatThrownBy(
                        () -> new ModuleStructure("sample").kernelIsPlainJava().check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("sample.geo.Areas");
    }

    /** Compiles these sources, one class each, and reads the result. */
    private JavaClasses compile(String... sources) {
        List<String> arguments =
                new ArrayList<>(List.of("-d", folder.resolve("classes").toString()));
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
        try {
            for (String source : sources) {
                String name = source.replaceFirst("(?s).*class (\\w+).*", "$1");
                Path file = folder.resolve(name + ".java");
                Files.writeString(file, source);
                arguments.add(file.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int result = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
        assertThat(result).as("compiler's result").isZero();
        return new ClassFileImporter().importPath(folder.resolve("classes"));
    }
}
