package vn.anttmap.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the interface at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("ANTT Map")
                                .version("0.1.0")
                                .description(
                                        "Neighbourhood-safety map. Coordinates are EPSG:4326, longitude first, unless a"
                                                + " reference system is named. Days are calendar days in Asia/Ho_Chi_Minh. Every answer is"
                                                + " limited to the account's territory and rights. Errors are RFC 9457 problem documents."))
                // Relative, so that it holds behind any proxy.
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                "basic",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")))
                .addSecurityItem(new SecurityRequirement().addList("basic"));
    }

    /** A parameter that may be left out is not one that may be null. */
    @Bean
    OpenApiCustomizer parametersAreNeverNull() {
        return description -> description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(operation ->
                        Stream.ofNullable(operation.getParameters()).flatMap(List::stream))
                .flatMap(parameter -> Stream.ofNullable(parameter.getSchema()))
                .flatMap(schema -> Stream.ofNullable(schema.getTypes()))
                .forEach(types -> types.remove("null"));
    }
}
