package vn.anttmap.ogcapi.tiles;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.anttmap.access.CurrentAccount;
import vn.anttmap.territory.VietnamTime;

/**
 * Finds tiles and gives them out before the operations of all paths are gone through. Sign-in, limits and rights are asked
 * for as for every other request: the filters stand before it, {@link Tiles} behind it.
 */
@Component
class TileMapping implements HandlerMapping, HandlerAdapter, Ordered {

    private static final String REQUEST = TileMapping.class.getName();
    private static final String PATTERN = "/ogc/collections/{collectionId}/tiles/WebMercatorQuad/{zoom}/{row}/{column}";

    private final Tiles tiles;
    private final CurrentAccount currentAccount;
    private final Clock clock;
    private final TileOperation operation;

    /** Stands for the operation, so that what goes wrong in it is told as for the others. */
    private static final class TileOperation extends HandlerMethod {

        TileOperation(Object bean, Method method) {
            super(bean, method);
        }
    }

    TileMapping(Tiles tiles, TileController controller, CurrentAccount currentAccount, Clock clock) {
        this.tiles = tiles;
        this.currentAccount = currentAccount;
        this.clock = clock;
        this.operation = new TileOperation(
                controller,
                Arrays.stream(TileController.class.getDeclaredMethods())
                        .filter(method -> method.getName().equals("plain"))
                        .findFirst()
                        .orElseThrow());
    }

    /** Before all others. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable HandlerExecutionChain getHandler(HttpServletRequest request) {
        TileRequest asked = TileRequest.of(request, VietnamTime.today(clock));
        if (asked == null) {
            return null;
        }
        request.setAttribute(REQUEST, asked);
        request.setAttribute(BEST_MATCHING_PATTERN_ATTRIBUTE, PATTERN);
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(context -> context.setPathPattern(PATTERN));
        return new HandlerExecutionChain(operation);
    }

    @Override
    public boolean supports(Object handler) {
        return handler instanceof TileOperation;
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        TileRequest asked = (TileRequest) request.getAttribute(REQUEST);
        Tile tile = tiles.of(currentAccount.get(), asked.subject(), asked.address());
        TileAnswer.of(
                        tile,
                        request.getHeader(HttpHeaders.ACCEPT_ENCODING),
                        request.getHeader(HttpHeaders.IF_NONE_MATCH))
                .writeTo(response);
        return null;
    }
}
