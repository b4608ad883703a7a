package vn.anttmap.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.anttmap.access.ProviderSignIn;

/**
 * Requests that came to no account are counted for their address. Asked before the sign-in, because a password that is
 * checked costs more than anything else that can be had without an account.
 */
final class AddressRateFilter extends OncePerRequestFilter {

    /** A refused sign-in takes the processor for a tenth of a second. */
    private static final int REFUSED_SIGN_IN = 20;

    private final RequestRates rates;
    private final SignIns signIns;
    private final ProblemWriter problems;

    AddressRateFilter(RequestRates rates, SignIns signIns, ProblemWriter problems) {
        this.rates = rates;
        this.signIns = signIns;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return rates.addresses() == null || RequestRates.isFree(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        TokenBuckets addresses = java.util.Objects.requireNonNull(rates.addresses());
        String address = request.getRemoteAddr();
        boolean signsIn = signsIn(request);
        int wait = addresses.wait(address);
        // Who is signed in may be behind the same address as somebody who guesses.
        if (wait > 0 && (signsIn || !signIns.stands(request))) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait));
            problems.write(request, response, 429, "too-many-requests", wait);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(RequestRates.COUNTED) == null) {
                addresses.charge(address, signsIn && refused(response) ? REFUSED_SIGN_IN : 1);
            }
        }
    }

    private static boolean signsIn(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null
                || request.getMethod().equals("POST")
                        && request.getServletPath().equals("/login")
                || request.getServletPath().equals(ProviderSignIn.RETURN_PATH);
    }

    private static boolean refused(HttpServletResponse response) {
        String location = response.getHeader(HttpHeaders.LOCATION);
        return response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED
                || location != null && location.contains("/login?");
    }
}
