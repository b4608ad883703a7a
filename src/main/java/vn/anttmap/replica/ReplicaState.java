package vn.anttmap.replica;

import java.util.Locale;

/** What became of the last reading that a replica was meant for. */
enum ReplicaState {
    /** None since the start. */
    UNASKED,
    READING,
    /** It did not have in time what the primary had. */
    BEHIND,
    /** It stopped the reading because it stood in the way of what the primary had removed. */
    CONFLICT,
    /** All connections were in use. */
    BUSY,
    AWAY,
    /** It can be written: somebody promoted it. */
    PROMOTED,
    /** No copy of this primary, or one that has not followed the last promotion yet. */
    OTHER;

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the next reading need not ask at once. */
    boolean lasts() {
        return this == BEHIND || this == AWAY || this == PROMOTED || this == OTHER;
    }
}
