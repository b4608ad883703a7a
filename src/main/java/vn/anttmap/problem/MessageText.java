package vn.anttmap.problem;

/**
 * A value of a problem's message that has texts of its own in the message files, such as a status or a right.
 *
 * @param key key of that text
 */
public record MessageText(String key) {}
