package vn.anttmap.web;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import vn.anttmap.access.Accounts;
import vn.anttmap.access.HalfSignIn;
import vn.anttmap.access.LongPasswords;
import vn.anttmap.access.ProviderSignIn;
import vn.anttmap.access.SecondFactors;
import vn.anttmap.access.SignInCookie;
import vn.anttmap.access.SignInRefusal;
import vn.anttmap.status.FullDisk;

/** Who may reach what: anonymous callers get sign-in, health and the page's own files, nothing else. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    static final String[] OPEN_PATHS = {
        "/login",
        HalfSignIn.PAGE,
        ProviderSignIn.PATH,
        ProviderSignIn.RETURN_PATH,
        ProviderSignIn.END_PATH,
        "/error",
        ErrorDocsController.PATH,
        "/css/**",
        "/js/**",
        "/icons/**",
        "/webjars/**",
        "/favicon.ico",
        FieldAppController.MANIFEST,
        FieldAppController.WORKER,
        "/actuator/health",
        "/actuator/health/**"
    };

    private static final RequestMatcher TOOLS =
            request -> request.getServletPath().startsWith("/api/")
                    || request.getServletPath().equals(MetricsAccess.METRICS)
                    || request.getServletPath().startsWith("/ogc");

    @Bean
    PasswordEncoder passwordEncoder() {
        DelegatingPasswordEncoder encoder =
                new DelegatingPasswordEncoder(LongPasswords.ID, Map.of(LongPasswords.ID, new LongPasswords()));
        // Hashes from before, plain bcrypt, stay good.
        encoder.setDefaultPasswordEncoderForMatches(PasswordEncoderFactories.createDelegatingPasswordEncoder());
        return encoder;
    }

    /** Nobody reads them here, and each filter of each request would keep one. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain rules(
            HttpSecurity http,
            ApiEntryPoint apiEntryPoint,
            ProblemWriter problems,
            Accounts accounts,
            SecondFactors factors,
            SignInRefusal refusal,
            SignIns signIns,
            SignInCookie cookie,
            ProviderSignIn provider,
            FormTokens formTokens,
            MetricsSettings metrics,
            RequestRates rates,
            HeavyWork heavyWork,
            FullDisk fullDisk,
            PlainSecrets plainSecrets,
            RefusedAccess refused)
            throws Exception {
        PagesOnlyRequestCache requests = new PagesOnlyRequestCache();
        // Calls that come to nothing for want of an account: a check of their token would only give them a cookie.
        RequestMatcher nobody = request -> TOOLS.matches(request)
                && cookie.read(request) == null
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null;
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(OPEN_PATHS)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(new MetricsAccess(metrics.token()))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(new FirstPageHandler(requests))
                        .failureHandler(refusal)
                        .permitAll())
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"))
                        .logoutSuccessHandler(
                                (request, response, authentication) -> response.sendRedirect(request.getContextPath()
                                        + (provider.goesOn(authentication) ? "/login?logout=there" : "/login?logout"))))
                .httpBasic(basic -> basic.authenticationEntryPoint(apiEntryPoint))
                .securityContext(context -> context.securityContextRepository(signIns))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers(new ToolRequestMatcher(), nobody))
                .requestCache(cache -> cache.requestCache(requests))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(apiEntryPoint, TOOLS)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), request -> true)
                        .accessDeniedHandler(new DeniedHandler(apiEntryPoint, problems)))
                .headers(headers -> headers.addHeaderWriter(new PagePolicy())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new AccessWatchFilter(plainSecrets, refused), HeaderWriterFilter.class)
                .addFilterBefore(new CrossSiteWriteFilter(problems), CsrfFilter.class)
                .addFilterBefore(new AddressRateFilter(rates, signIns, problems), DisableEncodeUrlFilter.class)
                .addFilterBefore(new DatabaseOutageFilter(problems, fullDisk), DisableEncodeUrlFilter.class)
                .addFilterAfter(new PasswordChangeFilter(accounts, factors, problems), AuthorizationFilter.class)
                .addFilterAfter(new TokenUseFilter(problems), AuthorizationFilter.class)
                .addFilterAfter(new AccountRateFilter(rates, problems), TokenUseFilter.class)
                .addFilterAfter(new HeavyWorkFilter(heavyWork, problems), AccountRateFilter.class);
        if (provider.offered()) {
            ProviderReturnFilter comingBack = new ProviderReturnFilter(provider);
            comingBack.setSecurityContextRepository(signIns);
            comingBack.setAuthenticationSuccessHandler(new FirstPageHandler(requests));
            comingBack.setAuthenticationFailureHandler(refusal);
            http.addFilterBefore(comingBack, UsernamePasswordAuthenticationFilter.class);
        }
        return http.build();
    }
}
