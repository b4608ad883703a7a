/** Limits of classes: typed by hand, in an address, and what a map makes of them. */

/** With what lies above the last one, these are the five colours of the palette. */
export const MOST_LIMITS = 4

/**
 * Reads what somebody typed: numbers between semicolons or spaces, in Vietnamese with a decimal comma.
 * @param {string} text @param {'vi'|'en'} lang
 * @returns {{limits?: number[], fault?: 'none'|'number'|'zero'|'order'|'many', at?: string}} at: the number that is wrong
 */
export function parseLimits(text, lang) {
  const words = text.split(/[;\s]+/).filter(Boolean)
  if (!words.length) return { fault: 'none' }
  const limits = []
  for (const word of words) {
    const value = numberOf(word, lang)
    if (value === null) return { fault: 'number', at: word }
    if (value <= 0) return { fault: 'zero', at: word }
    if (limits.length && value <= limits[limits.length - 1]) return { fault: 'order', at: word }
    limits.push(value)
  }
  return limits.length > MOST_LIMITS ? { fault: 'many' } : { limits }
}

function numberOf(word, lang) {
  const thousands = lang === 'en' ? /^\d{1,3}(,\d{3})+(\.\d+)?$/ : /^\d{1,3}(\.\d{3})+(,\d+)?$/
  const separator = lang === 'en' ? /,/g : /\./g
  if (thousands.test(word)) return Number(word.replace(separator, '').replace(',', '.'))
  // A point is understood as well where it cannot be meant for thousands.
  const plain = lang === 'en' ? /^\d+(\.\d+)?$/ : /^\d+([.,]\d+)?$/
  return plain.test(word) ? Number(word.replace(',', '.')) : null
}

/** @param {number[]} limits @param {{limit: (value: number) => string}} format @returns {string} as {@link parseLimits} reads it */
export const printLimits = (limits, format) => limits.map(format.limit).join('; ')

/** @param {string|null} text of an address, such as "0.5,2,10" @returns {number[]|null} null where it is no row of limits */
export function readLimits(text) {
  const words = (text ?? '').split(',')
  if (words.length > MOST_LIMITS || !words.every((word) => /^\d{1,9}(\.\d{1,6})?$/.test(word))) return null
  const limits = words.map(Number)
  return limits.every((limit, index) => limit > (index ? limits[index - 1] : 0)) ? limits : null
}

/** @param {number[]} limits @returns {string} */
export const writeLimits = (limits) => limits.map((limit) => String(Number(limit.toFixed(6)))).join(',')

/** Where fixed limits begin: those that were shown, without the last, above which there is one class more. @param {number[]} shown */
export function firstLimits(shown) {
  const limits = shown.slice(0, -1).slice(0, MOST_LIMITS)
  return limits.length ? limits : [1, 2, 5, 10]
}

/**
 * @param {number[]} limits upper ones, included, ascending @param {boolean} open whether values above the last are a class
 * @returns {Array<{min: number|null, max: number|null}>} null: no limit on that side
 */
export function classesOf(limits, open) {
  const classes = limits.map((max, index) => ({ min: index ? limits[index - 1] : null, max }))
  return open && limits.length ? [...classes, { min: limits[limits.length - 1], max: null }] : classes
}

/** @param {Array<{max: number|null}>} classes @param {number|null} value @returns {number} -1 for zero and for what is no number */
export function classAt(classes, value) {
  if (!Number.isFinite(value) || value <= 0) return -1
  return classes.findIndex(({ max }) => max === null || value <= max)
}
