/** Classes of a choropleth: quantiles of the positive values, with limits rounded to what is printed. */

/** @typedef {{min: number, max: number, includesMin: boolean}} ValueClass min < value <= max, or min <= value where includesMin */

/**
 * Up to `wanted` classes. Zero is no class of its own: the map shows "0" apart, because none and few are not the same.
 * Limits are rounded to two significant digits, so that what the legend prints is exactly what decides the colour.
 *
 * @param {number[]} values zero and what is no number are left out
 * @param {number} [wanted]
 * @param {boolean} [integers] counts: limits are whole numbers
 * @returns {ValueClass[]} ascending, none empty; no class when no value is positive
 */
export function classify(values, wanted = 5, integers = false) {
  const positive = values.filter((value) => Number.isFinite(value) && value > 0).sort((a, b) => a - b)
  if (!positive.length) return []
  const round = integers ? Math.round : (value) => roundSignificant(value, 2, Math.round)
  const limits = []
  for (let index = 1; index < wanted; index++) {
    limits.push(round(positive[Math.ceil((index / wanted) * positive.length) - 1]))
  }
  limits.push(integers ? positive.at(-1) : roundSignificant(positive.at(-1), 2, Math.ceil))
  const upper = [...new Set(limits)].sort((a, b) => a - b)
  const used = upper.filter((max, index) => positive.some((value) => value <= max && value > (upper[index - 1] ?? 0)))
  const floor = integers ? positive[0] : roundSignificant(positive[0], 2, Math.floor)
  return used.map((max, index) => ({ min: index === 0 ? floor : used[index - 1], max, includesMin: index === 0 }))
}

/** @param {ValueClass[]} classes @param {number} value @returns {number} index; -1 for zero and for what is no number */
export function classIndex(classes, value) {
  if (!Number.isFinite(value) || value <= 0) return -1
  return classes.findIndex((entry) => value <= entry.max)
}

/**
 * Spreads few classes over the five colours, so that two classes differ well.
 * @param {number} index @param {number} count @returns {number} 0 to 4
 */
export function colourStep(index, count) {
  return count <= 1 ? 2 : Math.round((index / (count - 1)) * 4)
}

/** @param {number} value positive @param {number} digits @param {(value: number) => number} how Math.round, ceil or floor */
export function roundSignificant(value, digits, how) {
  const scale = 10 ** (Math.floor(Math.log10(value)) - digits + 1)
  return clean(how(clean(value / scale)) * scale)
}

/** Takes binary dust away: 0.1 + 0.2 gives 0.3. */
function clean(value) {
  return Number(value.toPrecision(12))
}
