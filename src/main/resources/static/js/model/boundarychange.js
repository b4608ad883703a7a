/** What a person has chosen for a change of boundaries, as the service takes it. */

export const CHANGE_KINDS = ['merge', 'split', 'rename', 'transfer', 'redraw']

/** Which way the ground is given. */
export const NEEDS_GROUND = new Set(['split', 'transfer', 'redraw'])

const filled = (value) => (value === null || value === undefined || String(value).trim() === '' ? null : String(value).trim())

/** @param {string} text with or without dots between thousands @returns {number|null} NaN where it is no number */
export function wholeNumber(text) {
  const digits = filled(text)?.replaceAll(/[.\s]/g, '') ?? null
  return digits === null ? null : /^\d+$/.test(digits) ? Number(digits) : NaN
}

/** @param {string} text "1,47" or "1.47" @returns {number|null} NaN where it is no number */
export function decimalNumber(text) {
  const digits = filled(text)?.replace(',', '.') ?? null
  return digits === null ? null : /^\d+(\.\d+)?$/.test(digits) ? Number(digits) : NaN
}

/** @param {object} part as typed: name, kind, code, parentId, population, households, areaSqKm */
export function toPart({ name, kind, code, parentId, population, households, areaSqKm }) {
  return {
    name: filled(name),
    kind: filled(kind),
    code: filled(code),
    parentId: filled(parentId) === null ? null : Number(parentId),
    population: wholeNumber(population),
    households: wholeNumber(households),
    officialAreaSqKm: decimalNumber(areaSqKm),
  }
}

/** @param {object} part what {@link toPart} gave */
export const partIsFit = (part) => ![part.population, part.households, part.officialAreaSqKm].some(Number.isNaN)

/**
 * @param {{kind: string, day: string, unitIds: number[], parts: object[], shape: object|null, restTo: number|null,
 *   childIds: number[], children: object[]}} chosen shape: a GeoJSON geometry that was drawn or read from a file
 */
export function toWish({ kind, day, unitIds, parts, shape, restTo, childIds, children }) {
  const line = shape && NEEDS_GROUND.has(kind) && shape.type.includes('LineString') ? shape : null
  const ground = shape && NEEDS_GROUND.has(kind) && shape.type.includes('Polygon') ? shape : null
  const split = kind === 'split'
  const first = childIds.length ? { childIds } : ground ? { geometry: ground } : {}
  return {
    kind,
    day,
    unitIds,
    parts: split ? parts.map((part, i) => (i === 0 ? { ...part, ...first } : part)) : parts,
    geometry: split || childIds.length ? null : ground,
    line: childIds.length ? null : line,
    restTo: kind === 'redraw' ? restTo : null,
    childIds: kind === 'transfer' ? childIds : [],
    children,
  }
}

/** @param {string} text of a GeoJSON file @returns {object|null} its first line or polygon */
export function firstShape(text) {
  let json
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const geometries = (json?.features ?? [json]).map((each) => each?.geometry ?? each)
  return geometries.find((geometry) => /^(Multi)?(LineString|Polygon)$/.test(geometry?.type ?? '')) ?? null
}

/** @param {object[]} changes made on the page @param {object[]} files brought in @returns {object[]} both, the last stored first */
export function byNewest(changes, files) {
  const storedAt = (each) => each.storedAt ?? each.createdAt
  return [...changes, ...files].sort((a, b) => (storedAt(a) < storedAt(b) ? 1 : -1))
}
