package vn.anttmap.incident;

/** Makes sure that what was just committed is on disk before the caller is told so. */
interface CommitDurability {

    /** Returns when every commit made before the call would survive a power cut. */
    void force();
}
