package vn.anttmap.movement;

import java.util.Locale;

/** The forces that the two reports name. */
public enum TeamKind {
    TO_AN_NINH_TU_QUAN("Tổ an ninh tự quản", "Self-managed security team"),
    TO_BAO_VE_ANTT("Tổ bảo vệ ANTT", "Neighbourhood protection team"),
    TO_AN_XA_HOI("Tổ an ninh xã hội", "Social security team"),
    TO_CUU_HO_CUU_NAN("Tổ cứu hộ cứu nạn", "Rescue team"),
    DOI_THANH_NIEN_XUNG_KICH("Đội thanh niên xung kích", "Youth action squad");

    private final String vietnamese;
    private final String english;

    TeamKind(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label(Locale locale) {
        return "en".equals(locale.getLanguage()) ? english : vietnamese;
    }

    /** @throws IllegalArgumentException for an unknown key */
    public static TeamKind ofKey(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
