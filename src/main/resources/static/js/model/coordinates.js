/** Typed coordinates: reads what people paste, in either decimal habit. */

/**
 * "105,64806", "105.64806", "2.209.278,617" and "2 209 278.617" are all read: a single dot or comma is the decimal
 * sign, several of one kind are thousands.
 * @param {string} text @returns {number|null} null when it is no number
 */
export function parseNumber(text) {
  let value = (text ?? '')
    .trim()
    .replace(/[\s\u00a0']/g, '')
    .replace(/[°mM]$/, '')
  const dots = value.split('.').length - 1
  const commas = value.split(',').length - 1
  if (dots && commas) {
    const decimal = value.lastIndexOf('.') > value.lastIndexOf(',') ? '.' : ','
    value = value.replaceAll(decimal === '.' ? ',' : '.', '').replace(decimal, '.')
  } else if (dots > 1) value = value.replaceAll('.', '')
  else if (commas > 1) value = value.replaceAll(',', '')
  else value = value.replace(',', '.')
  return /^[+-]?\d+(\.\d+)?$/.test(value) ? Number(value) : null
}

/**
 * Splits one pasted line into two numbers: "105.64806, 19.97194" or "19,97194; 105,64806".
 * @param {string} text @returns {[number, number]|null} in the order written
 */
export function parsePair(text) {
  const parts = (text ?? '')
    .trim()
    .split(/\s*;\s*|,\s+|\s+/)
    .filter(Boolean)
  if (parts.length !== 2) return null
  const numbers = parts.map(parseNumber)
  return numbers.includes(null) ? null : /** @type {[number, number]} */ (numbers)
}
