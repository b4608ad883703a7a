/** How an area stands against all others, in words that a village head understands. */

/**
 * @param {{count: number|null, bySqKm: object|null, by1000: object|null, byKm: object|null}} area of the rates
 * @param {'bySqKm'|'by1000'|'byKm'} rate @param {number|null} common rate of all areas
 * @returns {'noData'|'alone'|'higherClear'|'higherUnclear'|'lowerClear'|'lowerUnclear'|'same'}
 */
export function standingOf(area, rate, common) {
  if (area.count === null) return 'noData'
  const figure = area[rate]
  if (!figure?.standing || common === null) return 'alone'
  if (figure.standing === 'HIGHER') return 'higherClear'
  if (figure.standing === 'LOWER') return 'lowerClear'
  if (figure.perYear === common) return 'same'
  return figure.perYear > common ? 'higherUnclear' : 'lowerUnclear'
}

/** By smoothed rate, highest first: bare rates of few cases never lead. Areas without a figure come last, by name. */
export function ranked(areas, rate, compareNames) {
  const value = (area) => area[rate]?.smoothed ?? area[rate]?.perYear ?? -1
  return [...areas].sort((a, b) => value(b) - value(a) || compareNames(a.fullName, b.fullName))
}
