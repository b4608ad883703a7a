package vn.anttmap.live;

/**
 * A transaction of some node has been committed that announced this. Published on every node, in no particular thread.
 *
 * @param topic who is meant
 * @param text ids only, as announced
 */
public record LiveNotice(String topic, String text) {}
