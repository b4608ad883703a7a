/** Joins shapes, densities and statuses into one row per area, and finds each row's fill. */

import { classIndex, classify, colourStep } from './classes.js'
import { NO_DATA_FILL, STATUS_FILLS, STATUS_ORDER, ZERO_FILL, densityFill } from './palette.js'

export const THEMES = ['density', 'per1000', 'count', 'status']
export const LEVELS = ['residential-areas', 'communes']
export const VILLAGE_KINDS = new Set(['thon', 'xom', 'ban', 'lang'])

/**
 * @typedef {object} AreaRow
 * @property {string} id
 * @property {string} name
 * @property {string} fullName
 * @property {string} kind
 * @property {string} kindLabel
 * @property {string|null} level residential-area, commune …
 * @property {string|null} validTo the day from which this state no longer holds
 * @property {string|null} parentName
 * @property {boolean} synthetic
 * @property {string|null} syntheticNote
 * @property {object|null} density  the area's entry of /api/density
 * @property {object|null} safety   the area's entry of /api/safety
 */

/**
 * @param {object[]} features GeoJSON features of the level
 * @param {object|null} density answer of /api/density/{level}
 * @param {object|null} safety answer of /api/safety/{year}
 * @returns {AreaRow[]} one per feature, in the order of the features
 */
export function joinRows(features, density, safety) {
  const byId = (answer) => new Map((answer?.areas ?? []).map((area) => [String(area.id), area]))
  const densities = byId(density)
  const statuses = byId(safety)
  return features.map((feature) => {
    const { name, fullName, kind, kindLabel, level, validTo, parentName, synthetic, syntheticNote } = feature.properties
    const id = String(feature.id ?? feature.properties.id)
    return {
      id,
      name,
      fullName: fullName ?? name,
      kind,
      kindLabel: kindLabel ?? '',
      level: level ?? null,
      validTo: validTo ?? null,
      parentName: parentName ?? null,
      synthetic: Boolean(synthetic),
      syntheticNote: syntheticNote ?? null,
      density: densities.get(id) ?? null,
      safety: statuses.get(id) ?? null,
    }
  })
}

/** @param {AreaRow} row @param {string} theme @returns {number|string|null} what the theme colours by; null = not enough data */
export function themeValue(row, theme) {
  if (theme === 'status') return row.safety?.status ?? null
  if (!row.density || row.density.covered === false) return null
  if (theme === 'density') return row.density.incidentsPerSqKmYear ?? null
  if (theme === 'per1000') return row.density.incidentsPer1000Year ?? null
  return row.density.count ?? null
}

/**
 * @typedef {{fill: import('./palette.js').Fill, kind: 'zero'|'class'|'status'|'no-data', count: number,
 *   min?: number, max?: number, includesMin?: boolean}} LegendItem
 * @param {AreaRow[]} rows @param {string} theme
 * @returns {{theme: string, fillOf: (row: AreaRow) => import('./palette.js').Fill, items: LegendItem[]}}
 */
export function buildLegend(rows, theme) {
  return theme === 'status' ? statusLegend(rows) : valueLegend(rows, theme)
}

function statusLegend(rows) {
  const fillOf = (row) => STATUS_FILLS[themeValue(row, 'status')] ?? NO_DATA_FILL
  const counted = (fill) => rows.filter((row) => fillOf(row) === fill).length
  const items = STATUS_ORDER.map((key) => ({
    fill: STATUS_FILLS[key],
    kind: 'status',
    count: counted(STATUS_FILLS[key]),
  }))
  const missing = counted(NO_DATA_FILL)
  return {
    theme: 'status',
    fillOf,
    items: missing ? [...items, { fill: NO_DATA_FILL, kind: 'no-data', count: missing }] : items,
  }
}

function valueLegend(rows, theme) {
  const values = rows.map((row) => themeValue(row, theme)).filter((value) => value !== null)
  const classes = classify(values, 5, theme === 'count')
  const fills = classes.map((_, index) => densityFill(colourStep(index, classes.length)))
  const top = classes.at(-1)?.max ?? Infinity
  const fillOf = (row) => {
    const value = themeValue(row, theme)
    if (value === null) return NO_DATA_FILL
    // What is no row of the table, such as several areas together, may lie above them all.
    return fills[classIndex(classes, Math.min(value, top))] ?? ZERO_FILL
  }
  const counted = (fill) => rows.filter((row) => fillOf(row) === fill).length
  const items = [
    { fill: ZERO_FILL, kind: 'zero', count: counted(ZERO_FILL) },
    ...classes.map((entry, index) => ({ fill: fills[index], kind: 'class', ...entry, count: counted(fills[index]) })),
    { fill: NO_DATA_FILL, kind: 'no-data', count: counted(NO_DATA_FILL) },
  ]
  return { theme, fillOf, items: items.filter((item) => item.kind === 'class' || item.count > 0) }
}

const isRate = (theme) => theme === 'density' || theme === 'per1000'
const few = (row) => Boolean(row.density.unstable)

/** @param {AreaRow} row @param {string} theme @returns {boolean} the rate rests on so few incidents that it jumps */
export function isUnstable(row, theme) {
  return isRate(theme) && Boolean(row.density?.unstable) && themeValue(row, theme) > 0
}

/**
 * @param {AreaRow[]} rows @param {{column: string, descending: boolean}} order
 * @param {(a: string|null, b: string|null) => number} compareNames
 * @returns {AreaRow[]} sorted copy; areas without a figure come last in both directions. A bare rate of few cases ranks
 *   nothing: by a rate, areas with few follow all others, in the order of their counts
 */
export function sortRows(rows, order, compareNames) {
  const byName = (a, b) => compareNames(a.fullName, b.fullName) || compareNames(a.parentName, b.parentName)
  const sign = order.descending ? -1 : 1
  if (order.column === 'name') return [...rows].sort((a, b) => sign * byName(a, b))
  const valueOf = (row) => {
    const value = themeValue(row, order.column)
    return order.column === 'status' && value !== null ? STATUS_ORDER.indexOf(value) : value
  }
  return [...rows].sort((a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)]
    if (first === null || second === null) return (first === null) - (second === null) || byName(a, b)
    if (isRate(order.column) && (few(a) || few(b)))
      return few(a) - few(b) || sign * (a.density.count - b.density.count) || byName(a, b)
    return sign * (first - second) || byName(a, b)
  })
}
