package vn.anttmap.safety;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A criterion as it is shown.
 *
 * @param code as the instrument numbers it, such as {@code 4.1}
 * @param judgedBy attested, hint or threshold
 * @param figure which computed figure stands beside it; null where there is none
 * @param provinceCode of the province that added it; null for all
 * @param verified false means "cần kiểm tra": not yet compared with the instrument's full text
 */
public record CriterionView(
        String subject,
        String code,
        String text,
        String judgedBy,
        @Nullable String figure,
        @Nullable String provinceCode,
        boolean optional,
        @Nullable Integer points,
        boolean verified,
        String source,
        boolean active,
        long version) {

    static CriterionView of(Criterion criterion) {
        Criterion.Content content = criterion.content();
        return new CriterionView(
                criterion.subject().key(),
                criterion.code(),
                content.textVi(),
                content.judgedBy().name().toLowerCase(Locale.ROOT),
                criterion.figure(),
                content.provinceCode(),
                content.optional(),
                content.points(),
                content.verified(),
                content.source(),
                content.active(),
                criterion.version());
    }
}
