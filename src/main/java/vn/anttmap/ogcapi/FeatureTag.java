package vn.anttmap.ogcapi;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.anttmap.access.AccountView;
import vn.anttmap.access.Right;

/**
 * The strong entity tag of one feature as one account sees it. The version of the record comes first; names of areas, the
 * right to places, the reference system and the language follow, since the bytes differ by them.
 */
final class FeatureTag {

    /** No record has it: what is based on it is out of date. */
    static final long NO_VERSION = -1;

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})-[^\"]*\"");

    private FeatureTag() {}

    static String of(String version, long territoryRevision, OgcCrs crs, AccountView account, Locale locale) {
        return "\"" + version + "-" + territoryRevision + "-"
                + Integer.toHexString(crs.uri().hashCode()) + "-" + (account.has(Right.SEE_INCIDENT_POINTS) ? "p" : "n")
                + "-" + locale.getLanguage() + "\"";
    }

    /** Whether any version that exists will do. */
    static boolean any(@Nullable String ifMatch) {
        return ifMatch != null && ifMatch.strip().equals("*");
    }

    /**
     * The newest version that the caller has seen. Only the version decides: an area that was renamed meanwhile is no
     * change of the record.
     *
     * @param ifMatch one tag or several; null without the header
     * @return null without the header, {@link #NO_VERSION} where none of the tags is one of this service
     */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        long newest = NO_VERSION;
        Matcher tag = TAG.matcher(ifMatch);
        while (tag.find()) {
            newest = Math.max(newest, Long.parseLong(tag.group(1)));
        }
        return newest;
    }
}
