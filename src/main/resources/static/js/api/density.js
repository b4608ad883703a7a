import { surfacePath } from '../model/surface.js'
import { getJson, query, sendJson } from './http.js'

/**
 * @typedef {{from: string, to: string, category?: string, within?: string, boundaryDay?: string}} DensityFilter
 */

/** Counts and rates of each area with their intervals. @param {string} level @param {DensityFilter} filter */
export const loadRates = (level, filter, options) => getJson(`/api/density/${level}${query(filter)}`, options)

/** The period against the same days of the year before. @param {string} level @param {DensityFilter} filter */
export const loadComparison = (level, filter, options) => getJson(`/api/density/${level}/comparison${query(filter)}`, options)

/** @param {DensityFilter & {level: string, method?: string, weights?: string, basis?: string, sizeM?: string}} filter */
export const loadHotSpots = (filter, options) => getJson(`/api/density/hotspots${query(filter)}`, options)

/** New, persistent and fading hot spots. @param {DensityFilter & {level: string, step: string}} filter */
export const loadHotSpotSeries = (filter, options) => getJson(`/api/density/hotspots/series${query(filter)}`, options)

/** What a surface says of itself. @param {import('../model/surface.js').SurfaceQuestion} question */
export const loadSurface = (question, options) => getJson(surfacePath(question), options)

/** Counts of each area, step by step. @param {DensityFilter & {level: string, step: string, measure?: string, classes?: string}} filter */
export const loadSeries = (filter, options) => getJson(`/api/density/series${query(filter)}`, options)

/** By month, weekday and hour. */
export const loadProfile = (filter, options) => getJson(`/api/density/profile${query(filter)}`, options)

/** Counts in a drawn area; writes nothing. @param {{geometry: object, from: string, to: string, category?: string}} area */
export const countInArea = (area) => sendJson('POST', '/api/density/drawn-area', area).then(({ body }) => body)
