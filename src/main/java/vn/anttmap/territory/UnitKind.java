package vn.anttmap.territory;

import java.util.Locale;

/**
 * What a unit calls itself. Whether a residential area is a village or a block is its own kind and does not follow from
 * the type of its commune.
 */
public enum UnitKind {
    TINH("Tỉnh", "Province"),
    THANH_PHO("Thành phố", "City"),
    HUYEN("Huyện", "District"),
    XA("Xã", "Commune"),
    PHUONG("Phường", "Ward"),
    THI_TRAN("Thị trấn", "Town"),
    DAC_KHU("Đặc khu", "Special zone"),
    THON("Thôn", "Village"),
    XOM("Xóm", "Village"),
    BAN("Bản", "Village"),
    LANG("Làng", "Village"),
    TO_DAN_PHO("Tổ dân phố", "Residential block"),
    KHU_PHO("Khu phố", "Residential block"),
    KHOI_PHO("Khối phố", "Residential block");

    private final String vietnamese;
    private final String english;

    UnitKind(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Thôn, xóm, bản, làng. */
    public boolean village() {
        return this == THON || this == XOM || this == BAN || this == LANG;
    }

    /** Tổ dân phố, khu phố, khối phố. */
    public boolean block() {
        return this == TO_DAN_PHO || this == KHU_PHO || this == KHOI_PHO;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : vietnamese;
    }

    /** @throws IllegalArgumentException for an unknown key */
    public static UnitKind ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
