import { getJson, query } from './http.js'

/** @param {string} level collection of areas or `road-segments` @param {{from: string, to: string, boundaryDay?: string, within?: string|number}} filter */
export const loadDensity = (level, filter, options) => getJson(`/api/density/${level}${query(filter)}`, options)

/** Statuses of residential areas and communes of one assessment year. @param {string|null} asOf as recorded by the end of this day; null for now */
export const loadSafety = (year, boundaryDay, asOf, options) =>
  getJson(`/api/safety/${year}${query({ boundaryDay, asOf })}`, options)
