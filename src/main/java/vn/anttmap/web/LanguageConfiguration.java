package vn.anttmap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Language of pages and answers, and how parameters are named and written. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {

            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                return ClientLanguage.of(request);
            }

            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the language follows the request");
            }
        };
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(new StrictValues.Day());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // The parameters of items differ by collection: they are checked where they are read.
        registry.addInterceptor(new UnknownParameterCheck())
                .addPathPatterns("/api/**", "/ogc/**")
                .excludePathPatterns("/ogc/collections/*/items");
        registry.addInterceptor(new HandlerInterceptor() {

            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                if (request.getParameter(ClientLanguage.PARAMETER) != null) {
                    ResponseCookie cookie = ResponseCookie.from(
                                    ClientLanguage.COOKIE,
                                    ClientLanguage.of(request).getLanguage())
                            .path("/")
                            .sameSite("Lax")
                            .maxAge(Duration.ofDays(365))
                            .build();
                    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
                }
                return true;
            }
        });
    }
}
