/**
 * Areas and lengths on the WGS 84 ellipsoid, longitude first, in metres: for figures that follow the hand. What is stored
 * is measured by the service; for the sizes that are drawn here the two differ by less than a ten-thousandth.
 */

const EQUATORIAL_RADIUS_METERS = 6_378_137
const FLATTENING = 1 / 298.257223563
const E2 = FLATTENING * (2 - FLATTENING)
const E = Math.sqrt(E2)
const RAD = Math.PI / 180

/** Height of a latitude on the cylinder that keeps areas, in metres. */
function equalAreaNorthing(latitude) {
  const sine = Math.sin(latitude * RAD)
  const q = (1 - E2) * (sine / (1 - E2 * sine * sine) + Math.log((1 + E * sine) / (1 - E * sine)) / (2 * E))
  return (EQUATORIAL_RADIUS_METERS * q) / 2
}

/**
 * @param {[number, number][]} ring open or closed
 * @returns {number} square metres, never negative
 */
export function ringAreaSqM(ring) {
  if (ring.length < 3) return 0
  // From the first place on: full coordinates would lose digits in small rings.
  const [longitude, latitude] = ring[0]
  const north = equalAreaNorthing(latitude)
  const places = ring.map(([x, y]) => [
    (x - longitude) * RAD * EQUATORIAL_RADIUS_METERS,
    equalAreaNorthing(y) - north,
  ])
  let sum = 0
  places.forEach(([x, y], index) => {
    const [nextX, nextY] = places[(index + 1) % places.length]
    sum += x * nextY - nextX * y
  })
  return Math.abs(sum) / 2
}

/** @param {[number, number]} a @param {[number, number]} b places some kilometres apart at most @returns {number} metres */
export function distanceMeters([x1, y1], [x2, y2]) {
  const middle = ((y1 + y2) / 2) * RAD
  const w2 = 1 - E2 * Math.sin(middle) ** 2
  const prime = EQUATORIAL_RADIUS_METERS / Math.sqrt(w2)
  const meridian = (prime * (1 - E2)) / w2
  return Math.hypot((x2 - x1) * RAD * prime * Math.cos(middle), (y2 - y1) * RAD * meridian)
}

/** @param {[number, number][]} line @param {boolean} [closed] whether it goes back to its first place @returns {number} metres */
export function lineMeters(line, closed = false) {
  let meters = 0
  for (let index = 1; index < line.length; index++) meters += distanceMeters(line[index - 1], line[index])
  if (closed && line.length > 1) meters += distanceMeters(line[line.length - 1], line[0])
  return meters
}
