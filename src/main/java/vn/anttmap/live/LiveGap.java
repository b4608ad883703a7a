package vn.anttmap.live;

/** Notices may have been missed: whoever keeps something by them has to read it anew. Published on this node. */
public record LiveGap() {}
