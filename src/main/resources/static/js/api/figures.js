import { getJson, query, sendJson } from './http.js'

/** @param {string} level collection of areas or `road-segments` @param {{from: string, to: string, boundaryDay?: string, within?: string|number}} filter */
export const loadDensity = (level, filter, options) => getJson(`/api/density/${level}${query(filter)}`, options)

/** Statuses of residential areas and communes of one assessment year. */
export const loadSafety = (year, boundaryDay, options) =>
  getJson(`/api/safety/${year}${query({ boundaryDay })}`, options)

/** The set of criteria that holds for a year. */
export const loadCriteria = (year) => getJson(`/api/safety/${year}/criteria`)

/** @param {{status: string, decisionNumber?: string, note?: string}} assessment @returns {Promise<object>} the area's new entry */
export async function recordStatus(year, areaId, assessment) {
  return (await sendJson('PUT', `/api/safety/${year}/areas/${encodeURIComponent(areaId)}`, assessment)).body
}
