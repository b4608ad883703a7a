package vn.anttmap.exchange;

import java.util.List;

/**
 * What a collection says of itself, before the format and the system are known.
 *
 * @param labelField name of the field that names a row to people
 * @param themes ways to colour it, the usual one first
 * @param restrictedExcluded whether figures leave out restricted categories
 * @param mostRows how many rows there can be; fewer where a box leaves some out
 */
record LayerDesign(
        GeometryKind kind,
        List<ExportField> fields,
        String labelField,
        List<Theme> themes,
        boolean restrictedExcluded,
        long mostRows) {}
