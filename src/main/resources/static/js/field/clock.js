/** The server's clock, as far as its answers have told it. */

let offset = null

/**
 * Takes the time of an answer. Its header counts whole seconds and the answer was some time on the way, so small
 * differences are left alone.
 * @param {string|null} date the header Date of an answer that came from the server itself
 */
export function heard(date, now = Date.now()) {
  const server = Date.parse(date ?? '')
  if (Number.isNaN(server)) return
  const found = server + 500 - now
  if (offset === null || Math.abs(found - offset) > 3_000) offset = Math.abs(found) < 3_000 ? 0 : found
}

/** @returns {boolean} */
export const isKnown = () => offset !== null

/** @returns {number} server time minus device time in milliseconds; 0 until something is known */
export const clockOffset = () => offset ?? 0

/** @returns {Date} now, by the server's clock where it is known */
export const serverNow = () => new Date(Date.now() + clockOffset())
