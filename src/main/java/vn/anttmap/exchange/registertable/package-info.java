/**
 * Tables of the movement's registers and of security teams, pasted or uploaded: looked at, stored as a whole or taken back.
 */
@org.jspecify.annotations.NullMarked
package vn.anttmap.exchange.registertable;
