package vn.anttmap.access;

/** One sign-in through the page or several were ended by somebody, not by their age. */
public record SignInsEnded() {}
