/** Hottest first: the order of the legend and of the table. */
export const HOT_SPOT_ORDER = ['hot-99', 'hot-95', 'hot-90', 'high-high', 'high-low', 'low-high', 'low-low', 'cold-99', 'cold-95', 'cold-90', 'not-significant', 'not-judged']

/** @param {object[]} areas of an answer @returns {object[]} what stands out first, then by z */
export const bySignificance = (areas) =>
  [...areas].sort((a, b) => HOT_SPOT_ORDER.indexOf(a.category) - HOT_SPOT_ORDER.indexOf(b.category) || (b.z ?? -Infinity) - (a.z ?? -Infinity))

/**
 * A class in words; below the confidence that was asked for it is a sign and no spot.
 * @param {Function} t @param {string} key such as hot-95 @param {number} confidence in per cent
 */
export function classText(t, key, confidence) {
  const [, side, percent] = /^(hot|cold)-(\d+)$/.exec(key) ?? []
  if (!side) return t(`density.class.${key}`)
  return t(`density.class.${side}${Number(percent) >= confidence ? '' : 'Sign'}`, { percent })
}
